import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import type { Answer, Request } from "../../src/web/messages.ts";
import { readerWith, type Work } from "../../src/web/reader.ts";
import { noValues } from "../../src/web/rows.ts";

const report: Answer = {
  kind: "report",
  report: await analyze(""),
  shown: [],
  connections: { total: 0, values: noValues },
  hasMoments: false,
};

/** Workers that do what the test says, and what they were asked. */
function workshop() {
  const started: (Work & { readonly asked: Request[]; state: "at work" | "ended" })[] = [];
  const heard: string[] = [];
  const start = () => {
    const asked: Request[] = [];
    const work = {
      asked,
      state: "at work" as "at work" | "ended",
      onmessage: null,
      onerror: null,
      postMessage: (request: Request) => void asked.push(request),
      terminate() {
        work.state = "ended";
      },
    };
    started.push(work);
    return work;
  };
  return { started, heard, reader: readerWith(start, (answer) => heard.push(answer.kind)) };
}

describe("the reader", () => {
  it("keeps its worker from one text to the next", () => {
    const { started, reader } = workshop();
    reader.read([], {});
    started[0]?.onmessage?.({ data: report });
    reader.read([], {});
    expect(started).toHaveLength(1);
    expect(started[0]?.asked).toHaveLength(2);
  });

  it("gives up what is under way for the next text, and hears no more of it", () => {
    const { started, heard, reader } = workshop();
    reader.read([], {});
    reader.read([], {});
    started[0]?.onmessage?.({ data: report });
    expect(started.map(({ state }) => state)).toEqual(["ended", "at work"]);
    expect(heard).toEqual([]);
  });

  it("gives up when nothing is left to read", () => {
    const { started, heard, reader } = workshop();
    reader.read([], {});
    reader.giveUp();
    started[0]?.onmessage?.({ data: report });
    expect(started.map(({ state }) => state)).toEqual(["ended"]);
    expect(heard).toEqual([]);
  });

  it("starts anew after a failure, which it tells", () => {
    const { started, heard, reader } = workshop();
    reader.read([], {});
    started[0]?.onerror?.({ message: "out of memory", preventDefault: () => undefined });
    reader.read([], {});
    expect(heard).toEqual(["failed"]);
    expect(started.map(({ state }) => state)).toEqual(["ended", "at work"]);
  });

  it("hands out the file that was asked for", async () => {
    const { started, reader } = workshop();
    reader.read([], {});
    started[0]?.onmessage?.({ data: report });
    const file = reader.render({ format: "json" });
    const asked = started[0]?.asked.at(-1);
    const id = asked?.kind === "render" ? asked.id : -1;
    started[0]?.onmessage?.({ data: { kind: "rendered", id, file: new Blob(["{}"]) } });
    expect(await (await file).text()).toBe("{}");
  });

  it("refuses a file when something else is read meanwhile, or nothing was", async () => {
    const { started, reader } = workshop();
    await expect(reader.render({ format: "json" })).rejects.toThrow("Nothing was read");
    reader.read([], {});
    started[0]?.onmessage?.({ data: report });
    const file = reader.render({ format: "json" });
    reader.read([], {});
    await expect(file).rejects.toThrow("Something else is being read");
  });
});
