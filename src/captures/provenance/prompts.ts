import { hostNamePattern, type Marker } from "./marker.ts";
import { remoteCommand } from "./remote-commands.ts";

/**
 * One shell's prompt: a pattern with named groups `command`, and `host` or `context` where the prompt shows them;
 * `session` where that host is reached from another console, whose own prompt comes back.
 */
interface Prompt {
  /** The prompt as it looks. */
  readonly looks: string;
  readonly pattern: RegExp;
}

const drive = '[A-Za-z]:[\\\\/][^<>|"?*\\n]{0,260}';
const rest = "[ \\t]*(?<command>.*)$";

/** In this order; all anchored at the start, all with bounded parts, so a long line costs no more than its length. */
const prompts: readonly Prompt[] = [
  {
    looks: "[SRV01]: PS C:\\Users\\admin\\Documents>",
    pattern: new RegExp(
      `^[ \\t]*\\[(?<host>${hostNamePattern})\\](?<session>:)[ \\t]*PS[ \\t]*[^>\\n]{0,260}>+${rest}`,
    ),
  },
  {
    looks: "PS C:\\Windows\\system32>  ·  *Evil-WinRM* PS C:\\>  ·  PS>",
    pattern: new RegExp(
      `^[ \\t]*(?:\\*[\\w-]{1,40}\\*[ \\t]*)?(?:\\([^)\\n]{1,60}\\)[ \\t]*)?PS(?:[ \\t]+[^>\\n]{1,260})?>+${rest}`,
    ),
  },
  {
    looks: "administrator@SRV01 C:\\Users\\administrator>",
    pattern: new RegExp(`^[ \\t]*[^\\s@]{1,104}@(?<host>${hostNamePattern})[ \\t]+${drive}>${rest}`),
  },
  { looks: "C:\\>", pattern: new RegExp(`^[ \\t]*${drive}>${rest}`) },
  { looks: "netsh interface tcp>", pattern: /^[ \t]*netsh(?<context>(?: [\w-]{1,40}){0,4})>[ \t]*(?<command>.*)$/i },
  { looks: "λ ", pattern: /^[ \t]*λ[ \t]+(?<command>.*)$/ },
  {
    looks: "user@SRV01:~$ ",
    pattern: new RegExp(
      `^[ \\t]*[^\\s@]{1,104}@(?<host>${hostNamePattern})[ :][^$\\n]{0,260}[$][ \\t]+(?<command>.*)$`,
    ),
  },
  { looks: "$ ", pattern: /^[ \t]*[$][ \t]+(?<command>.*)$/ },
];

/** Names that stand in the brackets of a PowerShell prompt without being a host. */
const notAHost = /^(?:administrator|admin|dbg)$/i;

/** The prompt a line begins with, and the command typed after it; undefined when it has none. */
export function readPrompt(line: string): Marker | undefined {
  for (const { pattern } of prompts) {
    const groups = pattern.exec(line)?.groups;
    if (groups === undefined) continue;
    const typed = (groups["command"] ?? "").trim();
    const context = groups["context"];
    const host = groups["host"];
    const remote = host === undefined ? remoteCommand(typed) : undefined;
    if (remote !== undefined) return { class: "prompt", isRemote: true, ...remote };
    const command = context === undefined ? typed : inContext(context.trim(), typed);
    return {
      class: "prompt",
      command: command === "" ? null : command,
      ...(host === undefined || notAHost.test(host)
        ? {}
        : { host, ...(groups["session"] === undefined ? {} : { isRemote: true }) }),
    };
  }
  return undefined;
}

/** What was typed at netsh's own prompt, as the one command line that does the same. */
function inContext(context: string, typed: string): string {
  return ["netsh", context, typed].filter((part) => part !== "").join(" ");
}
