import { describe, expect, it } from "vitest";
import { COMMON } from "../../src/cli/command-help.ts";
import { commands, commandTable } from "../../src/cli/command-table.ts";
import { completion, shells } from "../../src/cli/completion.ts";
import { manualPage, optionReference } from "../../src/cli/help.ts";
import { optionTable } from "../../src/cli/option-table.ts";
import { run } from "./run.ts";

describe("help", () => {
  it.each([["--help"], ["-h"], ["/?"], ["help"]])("%s is the page of all", async (...argv) => {
    await expect((await run(argv)).out).toMatchFileSnapshot("./help.txt");
  });

  it.each(commands)("%s has a page of its own with examples", async (command) => {
    const [one, two] = [await run([command, "--help"]), await run(["help", command])];
    expect(one).toEqual(two);
    expect(one.code).toBe(0);
    expect(one.out).toContain(`Usage: chimneysweep ${commandTable[command].usage}\n`);
    expect(one.out.match(/^ {2}(?:chimneysweep|netstat) .*$/gm)?.length).toBeGreaterThan(1);
    for (const name of commandTable[command].options) expect(one.out).toContain(`--${name}`);
  });

  it.each(commands)("%s: no line of its page is wider than 80 columns", async (command) => {
    const { out } = await run(["help", command]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("takes only options that there are, and every option is of some command", () => {
    const used = new Set([...COMMON, ...commands.flatMap((name) => commandTable[name].options)]);
    expect([...used].sort()).toEqual(Object.keys(optionTable).sort());
  });

  it("lists the captures with the word for --as", async () => {
    expect((await run(["--help", "captures"])).out).toContain("  netstat    netstat -nato\n");
  });

  it.each([
    [["help", "comprae"], "there is no help on comprae; did you mean compare?"],
    [["help", "diff"], "did you mean compare?"],
    [["help", "a", "b"], "help on what?"],
    [["completion"], "completion needs a shell, one of bash, zsh, fish, powershell"],
    [["completion", "bsh"], "did you mean bash?"],
  ])("%j is refused", async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  it("has a manual page and a reference with every option and command", async () => {
    const man = manualPage("0.0.0");
    for (const name of Object.keys(optionTable)) {
      expect(optionReference()).toContain(`--${name}`);
      expect(man).toContain(`\\-\\-${name.replaceAll("-", "\\-")}`);
    }
    for (const name of commands)
      expect(man).toContain(`chimneysweep ${commandTable[name].usage.slice(0, 5).replaceAll("-", "\\-")}`);
    expect((await run(["help", "man"])).out).toMatch(/^\.TH CHIMNEYSWEEP 1 /);
    expect((await run(["help", "options"])).out).toBe(optionReference());
  });
});

describe("completion", () => {
  it.each(shells)("of %s knows every command and every option", async (shell) => {
    const { code, out } = await run(["completion", shell]);
    expect(code).toBe(0);
    expect(out).toBe(completion(shell));
    for (const name of commands) expect(out).toContain(name);
    const spelt = (name: string) => (shell === "fish" ? `-l ${name} ` : `--${name}`);
    expect(Object.keys(optionTable).filter((name) => !out.includes(spelt(name)))).toEqual([]);
  });
});
