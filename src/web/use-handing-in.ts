import { useEffect, useState } from "preact/hooks";
import { type Dropped, droppedFrom } from "./dropped.ts";
import { isTooLongToEdit } from "./inputs.ts";

interface HandingIn {
  readonly onFiles: (dropped: Dropped) => void;
  /** A text that belongs to no field: it was pasted beside them, dropped beside them, or is too long for one. */
  readonly onText: (text: string) => void;
}

/**
 * Takes what is dropped and pasted, wherever on the page. True while something is dragged above it. Short texts that a
 * field takes by itself are left to it.
 */
export function useHandingIn({ onFiles, onText }: HandingIn): boolean {
  const [isDragging, setDragging] = useState(false);

  useEffect(() => {
    function take(event: Event, data: DataTransfer | null): void {
      const items = [...(data?.items ?? [])];
      const text = data?.getData("text/plain") ?? "";
      const hasFiles = items.some(({ kind }) => kind === "file");
      if (!hasFiles && (text === "" || (isField(event.target) && !isTooLongToEdit(text)))) return;
      event.preventDefault();
      if (hasFiles) void droppedFrom(items).then(onFiles);
      else onText(text);
    }
    function drop(event: DragEvent): void {
      setDragging(false);
      take(event, event.dataTransfer);
    }
    function over(event: DragEvent): void {
      setDragging(true);
      const hasFiles = event.dataTransfer?.types.includes("Files") === true;
      if (hasFiles || !isField(event.target)) event.preventDefault();
    }
    function leave({ relatedTarget }: DragEvent): void {
      if (relatedTarget === null) setDragging(false);
    }
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData);
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, [onFiles, onText]);

  return isDragging;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
