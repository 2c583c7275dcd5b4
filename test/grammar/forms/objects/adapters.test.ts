import fc from "fast-check";
import { expect, it } from "vitest";
import { lbfoTeam } from "../../../../grammar/kinds/lbfo-team.ts";
import { netAdapterAdvancedProperty } from "../../../../grammar/kinds/net-adapter-advanced-property.ts";
import { netAdapterChecksumOffload } from "../../../../grammar/kinds/net-adapter-checksum-offload.ts";
import { netAdapterLso } from "../../../../grammar/kinds/net-adapter-lso.ts";
import { netAdapterRss } from "../../../../grammar/kinds/net-adapter-rss.ts";
import { segmentOf } from "../../../support/readings.ts";

const kinds = [netAdapterRss, netAdapterChecksumOffload, netAdapterLso, netAdapterAdvancedProperty, lbfoTeam] as const;

const parts = fc.constantFrom(
  "Name",
  "Name  DisplayValue\n----  ------------\n",
  " : ",
  "\n",
  "\n\n",
  "  ",
  "\t",
  "----  ---",
  "DisplayValue",
  "イ",
  "x y",
  "{1, 2}",
  "...",
  "                   ",
  '"Name","DisplayValue"\n',
  '"a","b"\n',
  '"DisplayValue":  "x",\n',
  '"V":  [\n',
  "{\n",
  "},\n",
  '<Obj RefId="0">\n',
  '<S N="DisplayValue">x</S>\n',
  "</Obj>\n",
);

it("whatever the text, there is one class for each line, and properties stand on records", () => {
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 40 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...kinds), fc.boolean(), (own, grammar, isAsked) => {
      const text = own === "" || own.endsWith("\n") ? own : `${own}\n`;
      const command = isAsked ? grammar.command : null;
      const reading = grammar.read(segmentOf(text), { command });
      expect(reading.classes).toHaveLength(text.split("\n").length - 1);
      for (const { line } of reading.records) expect(reading.classes[line - 1]).toBe("record");
      for (const line of text.split("\n")) {
        expect(() => [grammar.landmark(line, { command }), grammar.continues(line, { command })]).not.toThrow();
      }
    }),
  );
});

it("long lines are no landmarks", () => {
  for (const line of ["x".repeat(50_000), `${"Name ".repeat(20_000)}NumberOfReceiveQueues`, " : ".repeat(20_000)]) {
    expect(kinds.map((grammar) => grammar.landmark(line, { command: grammar.command }))).toEqual(
      kinds.map(() => undefined),
    );
    expect(kinds.map((grammar) => grammar.continues(line, { command: null }))).toEqual(kinds.map(() => false));
  }
});
