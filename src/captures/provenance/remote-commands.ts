import { hostNamePattern } from "./marker.ts";

/** A command line that runs another one on one other computer. */
export interface RemoteCommand {
  readonly host: string;
  readonly command: string;
}

const program = (name: string) => `^(?:[a-z]:\\\\[^\\s"]{1,200}\\\\)?${name}(?:\\.exe)?[ \\t]+`;

const forms: readonly RegExp[] = [
  // psexec \\SRV01 -s netstat -nt
  new RegExp(`${program("psexec(?:64)?")}\\\\\\\\(?<host>${hostNamePattern})[ \\t]+(?<rest>\\S.*)$`, "i"),
  // winrs -r:SRV01 netstat -nt
  new RegExp(
    `${program("winrs")}[-/]r(?:emote)?:(?:https?://)?(?<host>${hostNamePattern})(?::\\d{1,5})?[ \\t]+(?<rest>\\S.*)$`,
    "i",
  ),
  // Invoke-Command -ComputerName SRV01 { netstat -nt }
  new RegExp(
    `^(?:Invoke-Command|icm)[ \\t]+-(?:ComputerName|cn)[ \\t]+["']?(?<host>${hostNamePattern})["']?[ \\t]+` +
      "(?:-ScriptBlock[ \\t]+)?\\{[ \\t]*(?<rest>[^{}]{1,300})\\}",
    "i",
  ),
];

/** A switch of PsExec or winrs itself, in front of what they run. */
const ownSwitch = /^-(?:[unpwra][ \t]+\S{1,100}|i[ \t]+\d{1,3}|\S{1,100})[ \t]+/i;

/** More switches than these programs are given together. */
const MOST_SWITCHES = 12;

/** This computer under the names that it has for itself. */
const thisComputer = /^(?:localhost|127\.0\.0\.1)$/i;

/** Whom a command is run on, when the command line names one other computer; a list of several names nobody. */
export function remoteCommand(typed: string): RemoteCommand | undefined {
  if (typed.length > 1000) return undefined;
  for (const form of forms) {
    const groups = form.exec(typed)?.groups;
    const host = groups?.["host"];
    if (host === undefined || thisComputer.test(host)) continue;
    return { host, command: withoutSwitches(groups?.["rest"] ?? "").trim() };
  }
  return undefined;
}

function withoutSwitches(text: string): string {
  let rest = text;
  for (let seen = 0; seen < MOST_SWITCHES && ownSwitch.test(rest); seen += 1) rest = rest.replace(ownSwitch, "");
  return rest;
}
