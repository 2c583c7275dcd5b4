import { COMMON, type CommandHelp } from "./command-help.ts";
import { type Command, commands, commandTable } from "./command-table.ts";
import { optionTable } from "./option-table.ts";

/** Blanks between two columns. */
const GAP = 2;

const EXIT_CODES =
  "Exit codes: 0 done, 1 a finding at or above --fail-on, 2 wrong usage, 3 nothing recognised or some input not read, 4 --min-coverage not reached, 130 interrupted.";

/** The page of --help: what there is, and where more is. */
export function generalHelp(columns: number): string {
  const names = commands.map((name): readonly [string, string] => [name, commandTable[name].about]);
  return joined([
    ...wrapped(
      "Says which TCP connections Windows offloads to the network adapter, how many, and why not.",
      0,
      columns,
    ),
    "",
    "Usage: chimneysweep [analyze] [paths…] [options]",
    "       chimneysweep COMMAND [options]",
    "",
    "Examples:",
    ...exampleLines(commandTable.analyze, columns),
    "",
    "Commands:",
    ...table(names, columns),
    ...table(
      [
        ["completion", "Print the completion for bash, zsh, fish or powershell"],
        ["help", "help COMMAND, help captures, help options, help man"],
      ],
      columns,
      widest(names),
    ),
    "",
    "Most used options (chimneysweep analyze --help has all):",
    ...optionLines(["format", "output", "full", "os", "fail-on"], columns),
    "",
    ...wrapped(EXIT_CODES, 0, columns),
  ]);
}

/** The page of one command. */
export function commandHelp(command: Command, columns: number): string {
  const about = commandTable[command];
  return joined([
    ...wrapped(`${about.about}.`, 0, columns),
    "",
    `Usage: chimneysweep ${about.usage}`,
    "",
    ...wrapped(about.text, 0, columns),
    "",
    "Examples:",
    ...exampleLines(about, columns),
    "",
    ...(about.options.length === 0 ? [] : ["Options:", ...optionLines(about.options, columns, about.formats), ""]),
    "Options of every command:",
    ...optionLines([...COMMON], columns),
    ...table([["-h, --help", "This help"]], columns, optionWidth(about.options)),
  ]);
}

/** What is recognised, with the word for --as. */
export function capturesHelp(grammars: readonly { readonly kind: string; readonly command: string }[]): string {
  const width = widest(grammars.map(({ kind, command }) => [kind, command] as const));
  return joined([
    "Captures that are recognised, by the command that prints them; the first word is for --as:",
    "",
    // A command is never wrapped.
    ...grammars.map(({ kind, command }) => `  ${kind.padEnd(width)}${" ".repeat(GAP)}${command}`),
  ]);
}

/** The reference of all options, as Markdown. */
export function optionReference(): string {
  const rows = Object.entries(optionTable).map(([name, { describe = "" }]) => {
    const users = commands.filter((command) => takes(command, name));
    const who = users.length === commands.length ? "all" : users.join(", ");
    return `| \`${spelt(name)}\` | ${who} | ${describe.replaceAll("|", "\\|")} |`;
  });
  return joined(["# Options of chimneysweep", "", "| option | commands | what it does |", "|---|---|---|", ...rows]);
}

/** The manual page, for man(1). */
export function manualPage(version: string): string {
  const escaped = (text: string) => text.replaceAll("\\", "\\e").replace(/^[.']/, "\\&$&").replaceAll("-", "\\-");
  const item = (term: string, text: string) => [".TP", `.B ${escaped(term)}`, escaped(text)];
  return joined([
    `.TH CHIMNEYSWEEP 1 "" "chimneysweep ${version}" "User Commands"`,
    ".SH NAME",
    "chimneysweep \\- says which TCP connections Windows offloads to the network adapter, and why not",
    ".SH SYNOPSIS",
    ...commands.flatMap((name) => [".br", `.B chimneysweep ${escaped(commandTable[name].usage)}`]),
    ".SH COMMANDS",
    ...commands.flatMap((name) => item(name, `${commandTable[name].about}. ${commandTable[name].text}`)),
    ".SH OPTIONS",
    ...Object.entries(optionTable).flatMap(([name, { describe = "" }]) => item(spelt(name), describe)),
    ".SH EXAMPLES",
    ...commands.flatMap((name) => commandTable[name].examples.flatMap(({ line, does }) => item(line, does))),
    ".SH EXIT STATUS",
    escaped(EXIT_CODES),
  ]);
}

/** True where a command takes an option. */
export function takes(command: Command, option: string): boolean {
  const options: readonly string[] = [...commandTable[command].options, ...COMMON];
  return options.includes(option);
}

function exampleLines({ examples }: CommandHelp, columns: number): readonly string[] {
  return examples.flatMap(({ line, does }) => {
    const one = `  ${line.padEnd(44)}  ${does}`;
    return one.length <= columns && line.length <= 44 ? [one] : [`  ${line}`, `      ${does}`];
  });
}

function optionLines(names: readonly string[], columns: number, formats?: string): readonly string[] {
  const rows = names.map((name): readonly [string, string] => {
    const text = optionTable[name]?.describe ?? "";
    return [spelt(name), name === "format" && formats !== undefined ? formats : text];
  });
  return table(rows, columns, optionWidth(names));
}

function optionWidth(names: readonly string[]): number {
  return widest([...names, ...COMMON].map((name) => [spelt(name), ""] as const));
}

/** "-o, --output VALUE". */
function spelt(name: string): string {
  const { alias, type } = optionTable[name] ?? {};
  const short = typeof alias === "string" ? `-${alias}, ` : "    ";
  return `${short}--${name}${type === "string" ? " VALUE" : ""}`.trimEnd();
}

/** Two columns, the second one wrapped. */
function table(rows: readonly (readonly [string, string])[], columns: number, width = widest(rows)): readonly string[] {
  return rows.flatMap(([left, right]) => {
    const [first = "", ...others] = wrapped(right, width + 2 + GAP, columns);
    return [`  ${left.padEnd(width + GAP)}${first.trimStart()}`, ...others];
  });
}

function widest(rows: readonly (readonly [string, string])[]): number {
  return Math.max(...rows.map(([left]) => left.length));
}

/** A paragraph between the indentation and the edge, wrapped between words. */
function wrapped(text: string, indent: number, columns: number): readonly string[] {
  const margin = " ".repeat(indent);
  const room = Math.max(columns - indent, 20);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(margin + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, margin + line];
}

function joined(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
