import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands, commandTable } from "../../src/cli/command-table.ts";
import { completion, type Shell } from "../../src/cli/completion.ts";

/** Command lines as far as they are typed, and what may stand in the place of the last word. */
const typed: readonly (readonly [line: string, ...words: readonly string[]])[] = [
  ["chimneysweep comple", "completion"],
  ["chimneysweep serve --p", "--port"],
  ["chimneysweep compare --assume", "--assume-same-host"],
  ["chimneysweep completion po", "powershell"],
  ["chimneysweep a.txt --bas", "--baseline"],
  ["chimneysweep explain nlb --o", "--os", "--output"],
];

const run = (program: string, args: readonly string[], input = "") =>
  execFileSync(program, args, { encoding: "utf8", input }).trim().split("\n");

/** Why a shell is not here; undefined where it is. */
function missing(shell: string): string | undefined {
  try {
    execFileSync(shell, ["--version"], { stdio: "ignore" });
    return undefined;
  } catch {
    return `${shell} is not installed`;
  }
}

/** What each shell offers for a line that somebody typed. */
const offered: { readonly [S in Shell]: (line: string) => readonly string[] } = {
  bash(line) {
    const words = line.split(" ");
    const asked = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})\nCOMP_CWORD=${words.length - 1}`;
    const script = `${completion("bash")}\n${asked}\n_chimneysweep\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    return run("bash", ["-c", script]);
  },
  // The line as it is behind Tab: as far as all that may stand there are alike.
  zsh: (line) =>
    run("zsh", ["-f", join(import.meta.dirname, "completion.zsh"), line], completion("zsh")).map(
      (text) => text.split(" ").at(-1) ?? "",
    ),
  fish: (line) =>
    run("fish", ["--no-config", "-c", `${completion("fish")}\ncomplete -C "${line}"`]).map(
      (text) => text.split("\t")[0] ?? "",
    ),
  powershell: (line) =>
    run("pwsh", [
      ...["-NoProfile", "-NonInteractive", "-Command"],
      `${completion("powershell")}\n[System.Management.Automation.CommandCompletion]::CompleteInput('${line}', ${line.length}, $null).CompletionMatches.CompletionText`,
    ]),
};

describe.each(["bash", "zsh", "fish", "powershell"] as const)("completion in %s", (shell) => {
  const why = missing(shell === "powershell" ? "pwsh" : shell);

  it.skipIf(why !== undefined).each(typed)(`%s${why === undefined ? "" : ` (${why})`}`, (line, ...words) => {
    const common = words.reduce((all, word) => {
      let length = 0;
      while (length < all.length && all[length] === word[length]) length += 1;
      return all.slice(0, length);
    });
    expect([...offered[shell](line)].sort()).toEqual(shell === "zsh" ? [common] : [...words].sort());
  });
});

it("for PowerShell is well formed, and has every command with its options", () => {
  const script = completion("powershell");
  const strings = script.match(/'(?:[^']|'')*'/g) ?? [];
  // Outside of texts every bracket is closed, in order, and no quote is left.
  const open: string[] = [];
  for (const [sign] of script
    .replace(/#[^\n]*/g, "")
    .replace(/'(?:[^']|'')*'/g, "")
    .matchAll(/[{}()[\]']/g)) {
    expect(sign).not.toBe("'");
    if ("{([".includes(sign)) open.push(sign);
    else expect(open.pop()).toBe({ "}": "{", ")": "(", "]": "[" }[sign]);
  }
  expect(open).toEqual([]);
  for (const name of commands) {
    expect(strings).toContain(`'${name}'`);
    for (const option of commandTable[name].options) expect(strings).toContain(`'--${option}'`);
  }
});
