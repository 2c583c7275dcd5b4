import { describe, expect, it } from "vitest";
import { droppedFrom, readable } from "../../src/web/dropped.ts";
import { isTooLongToEdit, LONGEST_EDITED, nameBeside } from "../../src/web/inputs.ts";

const file = new File(["text"], "a.txt");

describe("what is dropped", () => {
  it("is files, and a notice for each folder", () => {
    const folder = { isDirectory: true, name: "captures" };
    const dropped = droppedFrom([
      { kind: "file", getAsFile: () => file },
      { kind: "string", getAsFile: () => null },
      { kind: "file", getAsFile: () => file, webkitGetAsEntry: () => folder },
    ]);
    expect(dropped.inputs.map(({ name }) => name)).toEqual(["a.txt"]);
    expect(dropped.notices).toEqual([expect.stringMatching(/^captures is a folder/)]);
  });

  it("is looked at before it is taken", async () => {
    // What a browser makes of a folder, or of a file that has been moved meanwhile.
    const gone = {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error("NotFoundError")) }),
    } as unknown as Blob;
    const inputs = [
      { name: "a.txt", bytes: file },
      { name: "gone.txt", bytes: gone },
    ];
    const checked = await readable({ inputs, notices: ["first"] });
    expect(checked.inputs.map(({ name }) => name)).toEqual(["a.txt"]);
    expect(checked.notices).toEqual(["first", expect.stringMatching(/^gone\.txt can't be read/)]);
  });
});

describe("names of what is handed in", () => {
  it.each([
    ["a.txt", [], "a.txt"],
    ["a.txt", ["a.txt"], "(2)/a.txt"],
    ["a.txt", ["a.txt", "(2)/a.txt"], "(3)/a.txt"],
    ["a!b.txt", [], "a%21b.txt"],
  ])("%s beside %j is %s", (name, taken, given) => {
    expect(nameBeside(name, taken)).toBe(given);
  });
});

describe("a text for the editor", () => {
  it("may be so long and no longer", () => {
    expect(isTooLongToEdit("x".repeat(LONGEST_EDITED))).toBe(false);
    expect(isTooLongToEdit("x".repeat(LONGEST_EDITED + 1))).toBe(true);
  });
});
