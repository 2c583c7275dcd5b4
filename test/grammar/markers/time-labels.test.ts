import { expect, it } from "vitest";
import { readLabel } from "../../../grammar/markers/index.ts";
import { copulas, timeLabels } from "../../../grammar/markers/label-words.ts";

const TIME = "03/05/2024 08:15:10";

it.each([...timeLabels])("%s is the label of a time, however it is written", (label) => {
  const written = [label, label.toUpperCase(), `Netstat ${label}`, label.replaceAll(" ", "   ")];
  const lines = written.flatMap((own) => [":", " = ", " . . . : ", "："].map((sign) => `${own}${sign}${TIME}`));
  expect(lines.filter((line) => readLabel(line)?.time === undefined)).toEqual([]);
});

it.each([...copulas])("a label may go on with %s", (copula) => {
  expect(readLabel(`The current date ${copula}: ${TIME}`)?.time).toBeDefined();
});

it.each([`ALLOW TCP: ${TIME}`, `Last boot time: ${TIME}`, `${TIME} started`])("%s is no time of captures", (line) => {
  expect(readLabel(line)?.time).toBeUndefined();
});
