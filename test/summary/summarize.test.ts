import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addSnapshot,
  type ConnectionEvidence,
  emptyConnectionEvidence,
  mergeConnectionEvidence,
  readSnapshot,
  summarize,
} from "../../src/summary/index.ts";
import { rows, table, times } from "./tables.ts";

function evidenceOf(captures: readonly ReturnType<typeof table>[]): ConnectionEvidence {
  const evidence = emptyConnectionEvidence();
  for (const capture of captures) addSnapshot(evidence, capture, readSnapshot(capture, {}));
  return evidence;
}

const established = times(4, "TCP 192.0.2.1:445 198.51.100.7:5000# ESTABLISHED inHost");
const offloaded = established.map((line) => line.replace("inHost", "offloaded"));
const listening = "TCP 0.0.0.0:445 0.0.0.0:0 LISTENING inHost";
const loopback = "TCP 127.0.0.1:80 127.0.0.1:81 ESTABLISHED offloaded";

const plain = table(rows(...established), { command: "netstat -t" });
const full = table(rows(...established, listening, loopback), { command: "netstat -nato" });
const fullLater = table(rows(...offloaded, listening), { command: "netstat -nato" });
const withoutColumn = table(rows(...established.map((line) => line.replace(" inHost", "")), "UDP 0.0.0.0:53 *:*"), {
  command: "netstat -nao",
  traits: { hasOffloadState: false, hasProcessId: false, unreadRows: 0 },
});

describe("the summary of a host", () => {
  it("is empty without a table, but for the settings", () => {
    const settings = { chimneyOffload: "automatic" };
    expect(summarize(emptyConnectionEvidence(), settings)).toEqual({
      connections: null,
      raw: null,
      eligible: null,
      excluded: null,
      notCounted: null,
      settings,
      groups: null,
      groupsTested: null,
      observations: [],
      headline: null,
      snapshots: [],
      acrossSnapshots: null,
    });
  });

  it("has the numbers of its only table, and what the settings say about them", () => {
    const { snapshots, eligible, acrossSnapshots, ...summary } = summarize(evidenceOf([full]), {
      chimneyOffload: "disabled",
    });
    const { snapshot, groups, groupsTested, observations } = readSnapshot(full, {});
    expect(snapshots).toEqual([snapshot]);
    expect(summary).toEqual({
      connections: snapshot.connections,
      raw: snapshot.raw,
      excluded: snapshot.excluded,
      notCounted: snapshot.notCounted,
      settings: { chimneyOffload: "disabled" },
      groups,
      groupsTested,
      observations,
      headline: 0,
    });
    expect(eligible).toEqual(snapshot.eligible);
    expect(acrossSnapshots).toBeNull();
  });

  it("explains a zero by the settings, in the host's statement only", () => {
    const { eligible, snapshots } = summarize(evidenceOf([plain]), { chimneyOffload: "disabled" });
    expect(eligible?.statement).toMatch(/^0 of 4 .*\. With Chimney off, .*\.$/);
    expect(snapshots[0]?.eligible.statement).not.toMatch(/Chimney off/);
  });

  it.each<[string, readonly ReturnType<typeof table>[], number]>([
    ["the last of equals", [full, fullLater], 1],
    ["the wider, though it is earlier", [full, plain], 0],
    ["the last of the widest", [full, plain, fullLater, plain], 2],
    ["the one with the column, however narrow", [plain, withoutColumn], 0],
    ["one without the column if there is no other", [withoutColumn, withoutColumn], 1],
    [
      "the newer by its time",
      [
        { ...full, time: "2015-03-02T10:00:00" },
        { ...fullLater, time: "2015-03-02T09:00:00" },
      ],
      0,
    ],
  ])("is headed by %s", (_, captures, index) => {
    const summary = summarize(evidenceOf(captures), {});
    expect(summary.headline).toBe(index);
    expect(summary.snapshots).toHaveLength(captures.length);
    expect(summary.raw).toEqual(summary.snapshots[index]?.raw);
    const headline = captures[index];
    if (headline !== undefined) expect(summary.groups).toEqual(readSnapshot(headline, {}).groups);
  });

  it("never adds tables up", () => {
    const { connections, eligible, acrossSnapshots } = summarize(evidenceOf([full, full, full]), {});
    expect(connections?.total).toBe(6);
    expect(eligible?.total).toBe(4);
    expect(acrossSnapshots).toMatchObject({ snapshots: 3, distinctConnections: 4, everOffloaded: 0, changedSide: 0 });
  });

  it("compares only tables that have the column", () => {
    const { acrossSnapshots } = summarize(evidenceOf([plain, withoutColumn, fullLater]), {});
    expect(acrossSnapshots).toEqual({
      snapshots: 2,
      distinctConnections: 4,
      everOffloaded: 4,
      changedSide: 4,
      flapped: { count: 0, examples: [] },
      uploadedBack: { count: 0, examples: [] },
      incomplete: false,
    });
  });

  it("quotes connections that went back to the host", () => {
    const { acrossSnapshots } = summarize(evidenceOf([fullLater, plain, { ...full, source: "last.txt" }]), {});
    expect(acrossSnapshots?.flapped.count).toBe(0);
    expect(acrossSnapshots?.uploadedBack.count).toBe(4);
    expect(acrossSnapshots?.uploadedBack.examples[0]).toEqual({
      source: "last.txt",
      line: 1,
      text: "TCP 192.0.2.1:445 198.51.100.7:50001 ESTABLISHED inHost",
    });
  });
});

/** Rows that changed sides only where two lots meet are counted when these are merged, but can't be quoted any more. */
function withoutExamples(evidence: ConnectionEvidence) {
  const { acrossSnapshots, ...summary } = summarize(evidence, {});
  if (acrossSnapshots === null) return summary;
  const { flapped, uploadedBack, ...counts } = acrossSnapshots;
  return { ...summary, acrossSnapshots: { ...counts, flapped: flapped.count, uploadedBack: uploadedBack.count } };
}

describe("merging the evidence of a host", () => {
  const captures = fc.array(
    fc.tuple(
      fc.constantFrom(plain, full, fullLater, withoutColumn),
      fc.constantFrom(null, "2015-03-02T09:00", "2015-03-02T10:00"),
    ),
    { maxLength: 6 },
  );

  it("gives what one after the other would have given", () => {
    fc.assert(
      fc.property(captures, fc.nat({ max: 6 }), (tables, at) => {
        const timed = tables.map(([capture, time]) => ({ ...capture, time }));
        const [before, after] = [evidenceOf(timed.slice(0, at)), evidenceOf(timed.slice(at))];
        const merged = mergeConnectionEvidence(before, after);
        expect(withoutExamples(merged)).toEqual(withoutExamples(evidenceOf(timed)));
        expect(before).toEqual(evidenceOf(timed.slice(0, at)));
        expect(after).toEqual(evidenceOf(timed.slice(at)));
      }),
    );
  });
});
