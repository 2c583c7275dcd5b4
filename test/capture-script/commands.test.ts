import { describe, expect, it } from "vitest";
import { scriptCommands } from "../../src/capture-script/index.ts";
import { features } from "../../src/facts/features.ts";
import { osBands } from "../../src/facts/os-bands.ts";
import { rules } from "../../src/findings/rules/index.ts";
import { supplyOf } from "../../src/findings/supplies.ts";

/** Declarations are said beside the commands. */
const isCommand = (text: string) => !text.startsWith("--context");

const typed = scriptCommands.map(({ command }) => command.split(" | ")[0]);

/** `sc query` as a rule names it is `sc query type= all state= all` in the script: longer is more. */
const isCollected = (command: string) => typed.some((one) => one?.startsWith(command));

describe("the commands of a capture script", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))("supply what %s needs", (_, rule) => {
    const commands = rule.needs.flatMap((need) => [undefined, ...osBands].flatMap((os) => supplyOf(need, os).commands));
    expect(commands.filter(isCommand).filter((command) => !isCollected(command))).toEqual([]);
  });

  it("supply what is known of features from captures", () => {
    const commands = features.flatMap((feature) =>
      [undefined, ...osBands].flatMap((os) => supplyOf(feature, os).commands),
    );
    expect(commands.filter(isCommand).filter((command) => !isCollected(command))).toEqual([]);
  });

  it("show, and change nothing", () => {
    expect(
      typed.filter((command) => /\b(?:set|add|delete|reset|stop|start|disable|enable)\b/i.test(command ?? "")),
    ).toEqual([]);
  });
});
