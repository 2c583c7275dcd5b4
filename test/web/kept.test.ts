import { describe, expect, it } from "vitest";
import { keep, restored, type Store } from "../../src/web/kept.ts";
import { type Content, withMore } from "../../src/web/tabs.ts";

/** A browser's storage, or one that takes nothing. */
function store(most = Number.POSITIVE_INFINITY): Store {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    removeItem: (key) => void values.delete(key),
    setItem(key, value) {
      if (value.length > most) throw new Error("QuotaExceededError");
      values.set(key, value);
    },
  };
}

const text = (length: number): Content => ({ is: "text", text: "x".repeat(length) });
const BYTES = Uint8Array.from({ length: 20_000 }, (_, at) => at);
const file: Content = { is: "file", bytes: new Blob([BYTES]) };
const tabs = (...all: readonly (readonly [string, Content])[]) =>
  withMore(
    [],
    all.map(([name, content]) => ({ name, content })),
  );

describe("what a reload keeps", () => {
  it("is texts and files with their names", async () => {
    const kept = store();
    expect(await keep(tabs(["paste", text(10)], ["a.zip", file]), kept)).toEqual([]);
    const [paste, zip] = restored(kept);
    expect(paste).toEqual({ name: "paste", content: text(10) });
    const bytes = zip?.content.is === "file" ? new Uint8Array(await zip.content.bytes.arrayBuffer()) : undefined;
    expect([zip?.name, bytes]).toEqual(["a.zip", BYTES]);
  });

  it.each<[string, Content]>([
    ["a folder", { is: "folder", files: [{ name: "a.txt", bytes: new Blob(["x"]) }] }],
    ["a large text", text(5_000_000)],
    ["a large file", { is: "file", bytes: new Blob(["x".repeat(4_000_000)]) }],
  ])("is not %s, which is named", async (_, content) => {
    const kept = store();
    expect(await keep(tabs(["large", content], ["paste", text(10)]), kept)).toEqual(["large"]);
    expect(restored(kept).map(({ name }) => name)).toEqual(["paste"]);
  });

  it("is nothing where the browser has no room, and where all was cleared", async () => {
    expect(await keep(tabs(["paste", text(100)]), store(50))).toEqual(["paste"]);
    const kept = store();
    await keep(tabs(["paste", text(100)]), kept);
    await keep(tabs(["paste", text(0)]), kept);
    expect(restored(kept)).toEqual([]);
  });

  it.each(["", "{", "3", '[null, 3, {"name": 1}, {"name": "a"}, {"name": "a", "file": "*"}]'])(
    "is not read where it is something else: %s",
    (value) => {
      const kept = store();
      kept.setItem("chimneysweep", value);
      expect(restored(kept)).toEqual([]);
    },
  );
});
