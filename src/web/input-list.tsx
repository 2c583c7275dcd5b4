import type { ComponentChild } from "preact";
import { useRef } from "preact/hooks";
import { printable } from "../reporters/printable.ts";
import { type Input, PASTE } from "./inputs.ts";
import type { ShownSource } from "./messages.ts";

interface InputListProps {
  readonly inputs: readonly Input[];
  readonly shown: readonly ShownSource[];
  readonly source: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: (name: string) => void;
  readonly onSource: (source: string) => void;
}

/** Where files are chosen, the list of those that were, and the choice of the text that is shown. */
export function InputList({ inputs, shown, source, onFiles, onRemove, onSource }: InputListProps): ComponentChild {
  const picker = useRef<HTMLInputElement>(null);
  const others = shown.filter(({ name }) => name !== PASTE);
  return (
    <div class="inputs">
      <p>
        Paste text below, or drop files and zip archives anywhere, or{" "}
        <button type="button" onClick={() => picker.current?.click()}>
          Choose files…
        </button>
      </p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      {inputs.length > 0 && (
        <ul class="files" aria-label="Files">
          {inputs.map(({ name, bytes }) => (
            <li key={name}>
              <span class="name">{printable(name)}</span> <span class="faint">{sizeOf(bytes.size)}</span>{" "}
              <button type="button" onClick={() => onRemove(name)} aria-label={`Remove ${printable(name)}`}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <label class="choice">
          Text shown:{" "}
          <select value={source} onChange={({ currentTarget }) => onSource(currentTarget.value)}>
            <option value={PASTE}>pasted text</option>
            {others.map(({ name }) => (
              <option key={name} value={name}>
                {printable(name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
