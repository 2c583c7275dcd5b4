/** What the echoed command asked the registry for. */
export interface Asked {
  /** `some` when it picks values by their name or text; `nothing` when no such command was echoed. */
  readonly for: "all" | "some" | "nothing";
  /** The control set of values that stand under no key line, when the command names our key; else null. */
  readonly controlSet: string | null;
}

/** `reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`, or of the key above with all below it. */
const query =
  /(?:^|[\s|&;({\\/"'])reg(?:\.exe)?["']?\s{1,8}query\s{1,8}["']?(?:\\\\[^\s\\]{1,100}\\)?(?:HKLM|HKEY_LOCAL_MACHINE)\\SYSTEM\\(CurrentControlSet|ControlSet\d{3})\\Services\\Tcpip(\\Parameters)?\\?["']?(?=[\s|>&;)]|$)(.*)$/i;

const recursive = /\s\/s(?=\s|$)/i;
const picking = /\s\/(?:v|ve|f|k|d|t)(?=\s|$)|\|/i;
/** Longest command line of cmd.exe. */
const LONGEST_COMMAND = 8191;

const nothing: Asked = { for: "nothing", controlSet: null };

/** What a command line asks for; null when there is none. */
export function askedBy(command: string | null): Asked {
  if (command === null || command.length > LONGEST_COMMAND) return nothing;
  const match = query.exec(command);
  if (match === null) return nothing;
  const [, controlSet = null, parameters, options = ""] = match;
  if (parameters === undefined && !recursive.test(options)) return nothing;
  return {
    for: picking.test(options) ? "some" : "all",
    controlSet: parameters === undefined || recursive.test(options) ? null : controlSet,
  };
}
