import { lines } from "./texts.ts";

/** Line feeds that PowerShell was told to write, and the line end that it adds of itself. */
export function lineFeeds(count: 1 | 3 | 5): string {
  return `${"\n".repeat(count)}\r\n`;
}

/** A command between two lines of dashes as long as itself; without arguments a blank stays behind it. */
export function box(command: string): string {
  const rule = "-".repeat(command.length);
  return lines(rule, command, rule);
}

/** The same, its output and the blank lines below it. */
export function boxed(command: string, output: string): string {
  return box(command) + output + lineFeeds(3);
}

/** A title between two lines of equals signs. */
export function titled(title: string): string {
  const rule = "=".repeat(52);
  return lines(rule, title, rule);
}

/** The list of commands at the top of a file; none of its lines is a capture. */
export function overview(title: string, ...parts: readonly (readonly [part: string, ...commands: string[]])[]): string {
  const dashes = "-".repeat(52);
  const listed = parts.flatMap(([part, ...commands]) => [
    dashes,
    part,
    ...commands.map((command, at) => `${String(at + 1).padStart(4)}. ${command}`),
  ]);
  const rule = "=".repeat(52);
  return lines(rule, title, rule, "Overview", ...listed, rule) + lineFeeds(5);
}
