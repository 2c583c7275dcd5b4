import type { ComponentChild } from "preact";
import { batchFile, powershellScript, VERSION } from "../index.ts";
import { type TryOut, tryOuts } from "./examples.ts";
import { saveFile } from "./handing-out.ts";
import { useHandingOut } from "./use-handing-out.ts";

/** In the order in which they are best run: what changes least comes first. */
const COMMANDS = ["hostname", "ver", "netsh int tcp show global", "netsh int tcp show chimneystats", "netstat -nato"];

const SCRIPTS = [
  { name: "capture.cmd", make: batchFile },
  { name: "capture.ps1", make: powershellScript },
] as const;

interface BeginningProps {
  readonly onTry: (example: TryOut) => void;
  readonly onFault: (notice: string) => void;
}

/** What stands there before anything was handed in: what to capture, and what it will look like. */
export function Beginning({ onTry, onFault }: BeginningProps): ComponentChild {
  const { said, copy } = useHandingOut(onFault);

  return (
    <div class="asked-for">
      <h3>Capture</h3>
      <p>On the server, in a command prompt opened as administrator:</p>
      <pre translate={false}>
        <code>{COMMANDS.join("\n")}</code>
      </pre>
      <p class="tab-actions">
        <button type="button" onClick={() => void copy(COMMANDS.join("\r\n"))}>
          Copy the commands
        </button>
        {SCRIPTS.map(({ name, make }) => (
          <button key={name} type="button" onClick={() => saveFile(new Blob([make()]), name)}>
            Download {name}
          </button>
        ))}
        <span role="status">{said}</span>
      </p>
      <p>The scripts run these and more, and write one file. They change nothing.</p>
      <h3>Hand in</h3>
      <p>
        Paste the output here, as it is or as it came in a mail, or drop the file, an archive or a folder. Press Ctrl+V
        anywhere. Each server has a tab of its own.
      </p>
      <h3>Or try it</h3>
      <p class="tab-actions">
        {tryOuts.map((example) => (
          <button key={example.title} type="button" onClick={() => onTry(example)}>
            Try {example.title}
          </button>
        ))}
      </p>
      <p class="faint">chimneysweep {VERSION}. This page works without a network: saved as a file, it does the same.</p>
    </div>
  );
}
