import { expect, it } from "vitest";
import { analyze, type ConnectionRow } from "../../src/index.ts";

const ROWS = `  Proto  Local Address          Foreign Address        State           PID      Offload State

  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     1500     InHost
  TCP    192.0.2.1:445          198.51.100.8:50013     ESTABLISHED     812      Offloaded
`;
const tasks = (image: string) => `"Image Name","PID","Session Name"\n"${image}","1500","Services"\n\n`;

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The process of each row, and the groups by process. */
async function processesIn(...texts: string[]) {
  const handedOut: ConnectionRow[] = [];
  const { hosts } = await analyze(
    texts.map((text, at) => ({ name: `x/${at}.txt`, bytes: bytesOf(text) })),
    { onConnections: (rows) => void handedOut.push(...rows) },
  );
  return {
    rows: handedOut.map(({ process }) => process),
    groups: hosts.flatMap(({ summary }) => summary.groups?.byProcess.map(({ key }) => key) ?? []),
  };
}

it("are those of a list of processes of the same host", async () => {
  const found = { rows: ["backupd.exe", null], groups: ["812", "1500 backupd.exe"] };
  expect(await processesIn(tasks("backupd.exe") + ROWS)).toEqual(found);
  expect(await processesIn(ROWS, tasks("backupd.exe"))).toEqual(found);
});

it("are not those of another host", async () => {
  const texts = [`C:\\>hostname\nSRV01\n\n${ROWS}`, `C:\\>hostname\nSRV02\n\n${tasks("backupd.exe")}`];
  expect((await processesIn(...texts)).rows).toEqual([null, null]);
});

it("are those of the list nearest in time", async () => {
  const at = (clock: string) => `=== 2024-03-05 ${clock} ===\n`;
  const lists = [at("08:00:00") + tasks("early.exe"), at("10:00:00") + tasks("late.exe")];
  const [early, late] = [`${at("08:10:00")}${ROWS}`, `${at("09:50:00")}${ROWS}`];
  expect((await processesIn(lists.join(""), early)).rows).toEqual(["early.exe", null]);
  expect((await processesIn(lists.join(""), late)).rows).toEqual(["late.exe", null]);
  expect((await processesIn(lists.join(""), `${at("09:00:00")}${ROWS}`)).rows).toEqual([null, null]);
});

it("are unknown where lists of unknown times disagree", async () => {
  expect((await processesIn(tasks("early.exe"), tasks("late.exe"), ROWS)).rows).toEqual([null, null]);
});

it("are one where a list leaves out the extension", async () => {
  const objects = "Id ProcessName\n-- -----------\n1500 backupd\n\n";
  expect((await processesIn(tasks("backupd.exe") + objects + ROWS)).rows).toEqual(["backupd.exe", null]);
});

it("are those that the table prints itself, where it prints any", async () => {
  const owned = ROWS.replace("InHost\n", "InHost\n [sql01.exe]\n");
  expect((await processesIn(tasks("backupd.exe") + owned)).rows).toEqual(["sql01.exe", null]);
});
