import { expect, it } from "vitest";
import { taskList } from "../../../grammar/kinds/task-list.ts";
import { classesIn, segmentOf } from "../../support/readings.ts";

const RULE = "========================= ======== ================ =========== ============";

it("prints an image and a process id in each row, in any language", () => {
  const text = `Nomo                           PID Seanco           Numero      Memoro
${RULE}
System Idle Process              0 Services                   0          8 K
backupd.exe                   1500 Services                   0     12,300 K
some words
`;
  const reading = taskList.read(segmentOf(text), { command: null });
  expect(reading.records).toEqual([
    { line: 3, pid: 0, image: "System Idle Process" },
    { line: 4, pid: 1500, image: "backupd.exe" },
  ]);
  expect(classesIn(reading)).toBe("?hrr?");
});

it("prints services instead of sessions when asked to", () => {
  const text = `========================= ======== ============================================\nsvchost.exe                    812 RpcEptMapper, RpcSs\n`;
  expect(taskList.read(segmentOf(text), { command: null }).records).toEqual([
    { line: 2, pid: 812, image: "svchost.exe" },
  ]);
});

it.each([
  [RULE, "heading"],
  ["=== srv01 ===", undefined],
  ["==========", undefined],
  ["backupd.exe                   1500 Services                   0     12,300 K", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(taskList.landmark(line, { command: null })).toBe(found);
});

it.each([
  ["tasklist", true],
  ["tasklist /svc", true],
  ["taskkill /pid 4", false],
])("%j asks for it: %s", (command, expected) => {
  expect(taskList.answers(command)).toBe(expected);
});
