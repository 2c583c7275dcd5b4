import { describe, expect, it } from "vitest";
import { chosenFrom, type DroppedItem, droppedFrom } from "../../src/web/dropped.ts";
import { isTooLongToEdit, LONGEST_EDITED, nameBeside } from "../../src/web/inputs.ts";

const file = new File(["text"], "a.txt");

/** A folder as browsers lend it. */
interface Lent {
  readonly kind: "directory" | "file";
  readonly name: string;
  readonly getFile?: () => Promise<File>;
  readonly values?: () => AsyncGenerator<Lent>;
}

function folder(name: string, ...inside: readonly Lent[]): Lent {
  return {
    kind: "directory",
    name,
    async *values() {
      yield* inside;
    },
  };
}

const lentFile = (name: string): Lent => ({ kind: "file", name, getFile: async () => new File([name], name) });

function itemOf(lent: Lent): DroppedItem {
  return {
    kind: "file",
    getAsFile: () => null,
    webkitGetAsEntry: () => ({ isDirectory: true, name: lent.name }) as FileSystemEntry,
    getAsFileSystemHandle: async () => lent,
  };
}

describe("what is dropped", () => {
  it("is files", async () => {
    const { inputs, notices } = await droppedFrom([
      { kind: "file", getAsFile: () => file },
      { kind: "string", getAsFile: () => null },
    ]);
    expect(inputs).toEqual([{ name: "a.txt", content: { is: "file", bytes: file } }]);
    expect(notices).toEqual([]);
  });

  it("is all files of a folder, but for those of version control", async () => {
    const captures = folder(
      "captures",
      lentFile("b.txt"),
      folder(".git", lentFile("c")),
      folder("a", lentFile("d.txt")),
    );
    const { inputs } = await droppedFrom([itemOf(captures)]);
    expect(inputs.map(({ name }) => name)).toEqual(["captures"]);
    const [content] = inputs.map((input) => input.content);
    expect(content?.is === "folder" && content.files.map(({ name }) => name)).toEqual(["a/d.txt", "b.txt"]);
  });

  it("is told of where there is nothing in it", async () => {
    const { inputs, notices } = await droppedFrom([itemOf(folder("captures"))]);
    expect(inputs).toEqual([]);
    expect(notices).toEqual([expect.stringMatching(/^captures is a folder without files/)]);
  });
});

describe("what is chosen", () => {
  it("is looked at before it is taken", async () => {
    // What a browser makes of a file that has been moved meanwhile.
    const gone = Object.assign(new File(["text"], "gone.txt"), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error("NotFoundError")) }),
      webkitRelativePath: "",
    });
    const { inputs, notices } = await chosenFrom([Object.assign(file, { webkitRelativePath: "" }), gone]);
    expect(inputs.map(({ name }) => name)).toEqual(["a.txt"]);
    expect(notices).toEqual([expect.stringMatching(/^gone\.txt can't be read/)]);
  });

  it("is one input of all files of a folder", async () => {
    const paths = ["captures/b.txt", "captures/a/d.txt"];
    const files = paths.map((path) => Object.assign(new File([path], "x"), { webkitRelativePath: path }));
    const { inputs } = await chosenFrom(files);
    const [content] = inputs.map((input) => input.content);
    expect(content?.is === "folder" && content.files.map(({ name }) => name)).toEqual(["a/d.txt", "b.txt"]);
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
