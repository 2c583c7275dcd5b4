import { describe, expect, it } from "vitest";
import { analyze, type Report, type Source, type UnreadSource } from "../../src/index.ts";
import { defaultCsvOptions, plain } from "../../src/reporters/reporter.ts";
import { text } from "../../src/reporters/text/index.ts";

const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost\n";

/** A member of an archive, as it is opened; it may be read more than once. */
function member(name: string, content: string): Source {
  return { name, bytes: { [Symbol.asyncIterator]: () => bytesOf(content) }, isOneOfMany: true };
}

/** A member that is passed over, or could not be read. */
function unread(name: string, reason: string, more: Partial<UnreadSource> = {}): UnreadSource {
  return { name, status: "skipped", code: null, reason, ...more };
}

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content, "latin1");
}

function many<T>(number: number, one: (at: number) => T): readonly T[] {
  return Array.from({ length: number }, (_, at) => one(at));
}

async function printed(report: Report): Promise<string> {
  const options = { version: "1", columns: 80, paint: plain, table: "connections", csv: defaultCsvOptions } as const;
  return [...(await text.open(options)).report(report)].join("");
}

/** The part of the report about the sources that are not those of the host. */
async function otherSources(sources: readonly (Source | UnreadSource)[]): Promise<string> {
  const whole = await printed(await analyze(sources));
  const [, part = ""] = whole.split(/^(?:Other sources|Nothing was recognised\.)\n/m);
  return part.slice(0, part.indexOf("\n\n") + 1);
}

const netstat = member("b.zip!netstat.txt", row);

describe("of a bundle", () => {
  const logs = many(240, (at) => member(`b.zip!${at}.log`, `Something happened ${at} times.\n`));
  const events = many(30, (at) => unread(`b.zip!${at}.evtx`, "an event log, passed over by its name"));
  const dumps = many(7, (at) => member(`b.zip!${at}.bin`, `MDMP\x93\xa7${"\0".repeat(20)}`));

  it("with hundreds of files that are nothing of ours says so in a sentence", async () => {
    const pictures = many(4, (at) => unread(`b.zip!${at}.png`, "an image, passed over by its name"));
    expect(await otherSources([netstat, ...logs, ...events, ...dumps, ...pictures])).toBe(
      [
        "  281 of 282 files of b.zip hold no capture: 240 texts without captures; 41 that",
        "  are no text (event log 30, memory dump 7, image 4)\n",
      ].join("\n"),
    );
  });

  it("names what went wrong, before the others are counted and never among them", async () => {
    const locked = unread("b.zip!a.txt", "its content is encrypted", { status: "failed", code: "member-encrypted" });
    const old = unread("b.zip!old.rar", "a RAR archive, a format that is not read", { code: "archive-unsupported" });
    const cut = unread("b.zip", "it ends in the midst of a member", { status: "partial", code: "archive-truncated" });
    const whole = await printed(await analyze([netstat, ...logs, locked, old, cut]));
    expect(whole).toContain(
      [
        "Other sources",
        "  b.zip!a.txt: failed: its content is encrypted",
        "  b.zip!old.rar: skipped: a RAR archive, a format that is not read",
        "  b.zip: read in part: it ends in the midst of a member",
        "  240 of 243 files of b.zip hold no capture: 240 texts without captures\n",
      ].join("\n"),
    );
    expect(whole.match(/is encrypted/g)).toHaveLength(1);
    expect(whole).not.toContain("Not understood");
  });

  it("lists a few one by one", async () => {
    expect(await otherSources([netstat, ...logs.slice(0, 2), ...events.slice(0, 1)])).toBe(
      [
        "  b.zip!0.log: skipped: no capture recognised",
        "  b.zip!1.log: skipped: no capture recognised",
        "  b.zip!0.evtx: skipped: an event log, passed over by its name\n",
      ].join("\n"),
    );
  });

  it("says so in a sentence when there is nothing else, too", async () => {
    expect(await otherSources([...logs.slice(0, 60), unread("b.zip!x.evtx", "an event log, not text")])).toBe(
      [
        "  61 of 61 files of b.zip hold no capture: 60 texts without captures; 1 that is",
        "  no text (event log 1)\n",
      ].join("\n"),
    );
  });

  it("counts what has other reasons, and the rest of them", async () => {
    const reasons = ["empty", "empty", "a link, not followed", "third", "fourth", "fifth", "sixth", "\x1b[2J"];
    expect(await otherSources([netstat, ...reasons.map((reason, at) => unread(`b.zip!${at}`, reason))])).toBe(
      [
        "  8 of 9 files of b.zip hold no capture: 2 empty; 1 a link, not followed; 1",
        "  third; 1 fourth; 1 fifth; 2 for other reasons\n",
      ].join("\n"),
    );
  });

  it("says nothing of how texts without captures are encoded", async () => {
    const odd = `${"The connection was made over TCP \x80\x81\x8d.\n".repeat(20)}`;
    const report = await analyze([netstat, member("b.zip!a.log", odd)]);
    expect(report.sources[1]).toMatchObject({ status: "skipped", lines: 20 });
    expect(report.diagnostics).toEqual([]);
    const alone = await analyze([{ name: "a.log", bytes: bytesOf(odd) }]);
    expect(alone.diagnostics.map(({ code }) => code)).toContain("encoding-guessed");
  });
});

describe("of many bundles", () => {
  it("has a line for each of the first ones and one for the others", async () => {
    const bundles = many(25, (bundle) => many(6, (at) => unread(`${bundle}.zip!${at}`, "no capture recognised")));
    const lines = (await otherSources([netstat, ...bundles.flat()])).trimEnd().split("\n");
    expect(lines[0]).toBe("  6 of 6 files of 0.zip hold no capture: 6 texts without captures");
    expect(lines).toHaveLength(11);
    expect(lines[10]).toBe("  and 90 files of more bundles");
  });
});

describe("of files in no bundle", () => {
  it("are counted in the same way", async () => {
    const files = many(7, (at) => unread(`logs/${at}.txt`, "no capture recognised"));
    expect(await otherSources([netstat, ...files])).toBe("  7 of 7 files hold no capture: 7 texts without captures\n");
  });
});
