import { describe, expect, it } from "vitest";
import { endpoint } from "../../src/summary/quoted-rows.ts";
import { readSnapshot } from "../../src/summary/snapshot.ts";
import { tableNotes } from "../../src/summary/table-notes.ts";
import { rows, table, times } from "./tables.ts";

function notesOf(...lines: readonly string[]) {
  const capture = table(rows(...lines));
  return tableNotes(capture, readSnapshot(capture, {}));
}

const lines = (notes: readonly { readonly line: number }[]) => notes.map(({ line }) => line);

/** `key offloaded/inHost/transitional first line` for each group. */
const brief = (
  groups: readonly {
    readonly key: number | string;
    readonly offloaded: number;
    readonly inHost: number;
    readonly transitional: number;
    readonly first: { readonly line: number };
  }[],
) => groups.map((group) => `${group.key} ${group.offloaded}/${group.inHost}/${group.transitional} ${group.first.line}`);

const some = [
  "TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost",
  "TCP 127.0.0.1:50001 127.0.0.1:50002 ESTABLISHED inHost",
  "TCP 192.0.2.1:50003 192.0.2.1:445 ESTABLISHED offloaded",
  "TCP 192.0.2.1:445 198.51.100.7:50001 ESTABLISHED offloaded",
  "TCP 192.0.2.1:445 198.51.100.7:50002 ESTABLISHED inHost",
  "TCP 192.0.2.1:445 198.51.100.7:50002 ESTABLISHED inHost",
  "TCP 192.0.2.2:50100 198.51.100.8:1433 ESTABLISHED uploading",
  "TCP 192.0.2.2:50101 198.51.100.8:1433 ESTABLISHED offloading",
  "TCP 192.0.2.2:50102 198.51.100.8:1433 ESTABLISHED ?Aloft",
  "TCP [2001:db8::1]:445 [2001:db8::7]:50006 ESTABLISHED inHost",
  "UDP 0.0.0.0:123 *:*",
];

describe("the notes on a table", () => {
  const notes = notesOf(...some);

  it("quote the rows of each sort", () => {
    expect(lines(notes.examples.inHost)).toEqual([1, 2, 5, 6, 10]);
    expect(lines(notes.examples.offloaded)).toEqual([3, 4]);
    expect(lines(notes.examples.uploading)).toEqual([7]);
    expect(lines(notes.examples.offloading)).toEqual([8]);
    expect(lines(notes.eligibleInHost)).toEqual([5, 10]);
    expect(lines(notes.ownRows)).toEqual([2, 3]);
    expect(lines(notes.duplicates)).toEqual([6]);
    expect(notes.unknownOffloadStates).toMatchObject([{ line: 9, word: "Aloft", source: "capture.txt" }]);
    expect(notes.examples.offloaded[1]).toEqual({
      source: "capture.txt",
      line: 4,
      text: "TCP 192.0.2.1:445 198.51.100.7:50001 ESTABLISHED offloaded",
    });
  });

  it("count what is eligible or on its way, by ports, addresses and families", () => {
    expect(brief(notes.byServicePort)).toEqual(["445 1/2/0 4", "1433 0/0/2 7"]);
    expect(brief(notes.byLocalPort)).toEqual(["445 1/2/0 4", "50100 0/0/1 7", "50101 0/0/1 8"]);
    expect(brief(notes.byForeignPort)).toEqual(["1433 0/0/2 7", "50001 1/0/0 4", "50002 0/1/0 5", "50006 0/1/0 10"]);
    expect(brief(notes.byLocalAddress)).toEqual(["192.0.2.1 1/1/0 4", "192.0.2.2 0/0/2 7", "2001:db8::1 0/1/0 10"]);
    expect(notes.byFamily).toEqual({
      ipv4: { offloaded: 1, inHost: 1, transitional: 2 },
      ipv6: { offloaded: 0, inHost: 1, transitional: 0 },
    });
    expect(notes.uploadingByLocalAddress).toMatchObject([{ address: "192.0.2.2", count: 1, first: { line: 7 } }]);
  });

  it("quote five rows of each sort at most, wherever they stand", () => {
    const { examples, eligibleInHost, ownRows, duplicates, unknownOffloadStates } = notesOf(
      ...times(7, "TCP 192.0.2.1:445 198.51.100.7:# ESTABLISHED inHost"),
      ...times(7, "TCP 192.0.2.1:445 198.51.100.7:# ESTABLISHED inHost"),
      ...times(7, "TCP 127.0.0.1:9 127.0.0.1:# ESTABLISHED offloaded"),
      ...times(7, "TCP 192.0.2.1:445 198.51.100.8:# ESTABLISHED ?Aloft"),
      ...times(7, "TCP 192.0.2.1:445 198.51.100.9:# ESTABLISHED uploading"),
      ...times(7, "TCP 192.0.2.1:445 198.51.100.10:# ESTABLISHED offloading"),
    );
    expect(lines(examples.inHost)).toEqual([1, 2, 3, 4, 5]);
    expect(lines(eligibleInHost)).toEqual([1, 2, 3, 4, 5]);
    expect(lines(duplicates)).toEqual([8, 9, 10, 11, 12]);
    expect(lines(ownRows)).toEqual([15, 16, 17, 18, 19]);
    expect(lines(examples.offloaded)).toEqual([15, 16, 17, 18, 19]);
    expect(lines(unknownOffloadStates)).toEqual([22, 23, 24, 25, 26]);
    expect(lines(examples.uploading)).toEqual([29, 30, 31, 32, 33]);
    expect(lines(examples.offloading)).toEqual([36, 37, 38, 39, 40]);
  });

  it("hold 100 addresses, the busiest first and then by their texts, masked ones left out", () => {
    const many = Array.from(
      { length: 101 },
      (_, at) => `TCP 192.0.2.${at}:445 198.51.100.7:50001 ESTABLISHED uploading`,
    );
    const { byLocalAddress, uploadingByLocalAddress, byFamily } = notesOf(
      ...many,
      "TCP 192.0.2.9:445 198.51.100.7:50002 ESTABLISHED uploading",
      "TCP 192.0.2.9:445 198.51.100.7:50003 ESTABLISHED inHost",
      "TCP xx.xx.xx.xx:445 198.51.100.7:50003 ESTABLISHED inHost",
    );
    expect(brief(byLocalAddress).slice(0, 3)).toEqual(["192.0.2.9 0/1/2 10", "192.0.2.0 0/0/1 1", "192.0.2.1 0/0/1 2"]);
    expect([byLocalAddress.length, uploadingByLocalAddress.length]).toEqual([100, 100]);
    expect(uploadingByLocalAddress[0]).toMatchObject({ address: "192.0.2.9", count: 2, first: { line: 10 } });
    expect(byFamily.ipv4).toEqual({ offloaded: 0, inHost: 1, transitional: 102 });
  });

  it("take the busier of two uploading addresses first, though the other has more connections", () => {
    const { uploadingByLocalAddress } = notesOf(
      ...times(4, "TCP 192.0.2.1:445 198.51.100.7:# ESTABLISHED inHost"),
      "TCP 192.0.2.1:445 198.51.100.8:1 ESTABLISHED uploading",
      ...times(2, "TCP 192.0.2.2:445 198.51.100.7:# ESTABLISHED uploading"),
    );
    expect(uploadingByLocalAddress.map(({ address, count }) => `${address} ${count}`)).toEqual([
      "192.0.2.2 2",
      "192.0.2.1 1",
    ]);
  });

  it("count ports by the numbers of their names, where those are known", () => {
    const { byLocalPort, byForeignPort } = notesOf(
      "TCP srv:microsoft-ds client:50001 ESTABLISHED inHost",
      "TCP srv:nobody-knows client:https ESTABLISHED inHost",
      "TCP srv:445 client:50001 ESTABLISHED inHost",
    );
    expect(brief(byLocalPort)).toEqual(["445 0/2/0 1"]);
    expect(brief(byForeignPort)).toEqual(["50001 0/2/0 1", "443 0/1/0 2"]);
  });
});

it.each([
  ["192.0.2.1", 445, "192.0.2.1:445"],
  ["2001:db8::1", "https", "[2001:db8::1]:https"],
  ["x".repeat(60), 1, `${"x".repeat(60)}:1`],
  ["x".repeat(61), 1, `${"x".repeat(60)}…:1`],
])("%s with %s is %s", (address, port, text) => {
  expect(endpoint(address, port)).toBe(text);
});
