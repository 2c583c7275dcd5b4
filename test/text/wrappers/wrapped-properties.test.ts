import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/index.ts";
import { analysed } from "../../support/analysed.ts";
import { netstatTable } from "../../support/netstat-generator.ts";
import { settingsTable } from "../../support/settings-generator.ts";
import { examples } from "../../support/soak.ts";
import { wrappings } from "../../support/wrappings/index.ts";

const settingsOf = ({ hosts }: Report) => hosts.map(({ summary }) => summary.settings);

/** Mail of Windows has the letters of its code page alone; Visual Basic writes a quotation mark twice. */
function canHold(name: string, line: string): boolean {
  if (/Windows|headers/.test(name)) return !/[^\x00-\xff]/.test(line);
  return !name.includes("Visual Basic") || !line.includes('"');
}

describe("any table", () => {
  it.each(wrappings.map((wrapping) => [wrapping.name, wrapping.wrap] as const))(
    "is read out of %s",
    async (name, wrap) => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(netstatTable, settingsTable), async ({ command, lines: printed }) => {
          const lines = [`C:\\>${command}`, ...printed.map(({ text }) => text)];
          fc.pre(lines.every((line) => canHold(name, line)));
          const { text, lineOf } = wrap(lines);
          const plain = await analysed(lines.join("\n"));
          const found = await analysed(text);
          expect(found.connections).toEqual(plain.connections.map((row) => ({ ...row, line: lineOf(row.line) })));
          expect(settingsOf(found.report)).toEqual(settingsOf(plain.report));
        }),
        { numRuns: examples(150) },
      );
    },
  );
});
