import * as nodeFiles from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { slashed } from "../../src/sources/file-system.ts";
import { type FileSystem, openSources } from "../../src/sources/index.ts";

let cwd = "";

beforeAll(async () => {
  cwd = await nodeFiles.mkdtemp(join(tmpdir(), "sources-"));
  const files = {
    "b.txt": "b",
    "a.txt": "a",
    "B.txt": "capital",
    "odd[1].txt": "odd",
    "captures/two/z.log": "z",
    "captures/two/.hidden": "hidden",
    "captures/one.txt": "one",
    "captures/.git/config": "not read",
    "captures/name.txt/inner.txt": "in a directory named like a file",
    "x[1]/in.txt": "in",
    "-dash": "dash",
  };
  for (const [name, text] of Object.entries(files)) {
    await nodeFiles.mkdir(join(cwd, name, ".."), { recursive: true });
    await nodeFiles.writeFile(join(cwd, name), text);
  }
});

afterAll(() => nodeFiles.rm(cwd, { recursive: true }));

async function* stdin() {
  yield new TextEncoder().encode("from stdin");
}

interface Changes {
  readonly files?: FileSystem;
  readonly except?: ReadonlySet<string>;
}

/** What the paths open: `name = text`, or `name: status: reason`. */
async function opened(paths: readonly string[], changes: Changes = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const source of openSources(paths, { cwd, stdin: stdin(), ...changes })) {
    if ("status" in source) lines.push(`${source.name}: ${source.status}: ${source.code}: ${source.reason}`);
    else lines.push(`${source.name} = ${await textOf(source.bytes)}`);
  }
  return lines;
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function failing(code: string) {
  return Object.assign(new Error(`${code}: it failed, open '/secret/path'`), { code });
}

describe("paths", () => {
  it("opens files in the order given, under the names given", async () => {
    expect(await opened(["b.txt", "./a.txt"])).toEqual(["b.txt = b", "./a.txt = a"]);
  });

  it("reads standard input for -", async () => {
    expect(await opened(["a.txt", "-"])).toEqual(["a.txt = a", "stdin = from stdin"]);
  });

  it("says what is missing and goes on", async () => {
    const missing = "failed: source-missing: no such file or directory";
    expect(await opened(["no.txt", "a.txt", ""])).toEqual([`no.txt: ${missing}`, "a.txt = a", `: ${missing}`]);
    expect((await opened(["a.txt/no"]))[0]).toContain("a.txt/no: failed: source-missing: ");
  });

  it("takes a NUL in a path for what it is", async () => {
    expect(await opened(["a\0b"])).toEqual(["a\0b: failed: source-unreadable: not a path"]);
  });

  it("reads once what is named twice", async () => {
    expect(await opened(["a.txt", "./a.txt", "-", "-", "a*.txt"])).toEqual(["a.txt = a", "stdin = from stdin"]);
  });

  it("keeps an absolute path absolute, because it was given so", async () => {
    expect(await opened([join(cwd, "a.txt")])).toEqual([`${cwd}/a.txt = a`]);
  });

  it("has / in names wherever \\ separates", () => {
    expect(slashed("dir\\sub\\a.txt", "\\")).toBe("dir/sub/a.txt");
    expect(slashed("a\\b.txt", "/")).toBe("a\\b.txt");
  });
});

describe("directories", () => {
  const captures = [
    "captures/name.txt/inner.txt = in a directory named like a file",
    "captures/one.txt = one",
    "captures/two/.hidden = hidden",
    "captures/two/z.log = z",
  ];

  it.each(["captures", "captures/", "captures//"])(
    "%s is read with all below it, in order, but for .git",
    async (path) => {
      expect(await opened([path])).toEqual(captures);
    },
  );

  it("has no ./ before the names in the current directory", async () => {
    const names = (await opened(["."])).map((line) => line.split(" = ")[0]);
    expect(names.slice(0, 3)).toEqual(["-dash", "B.txt", "a.txt"]);
    expect(names).toContain("captures/one.txt");
  });

  it("are read in the order of their code units, whatever order the system has them in", async () => {
    const readdir = async (path: string) => (await nodeFiles.readdir(path, { withFileTypes: true })).reverse();
    const files = { ...nodeFiles, readdir: readdir as unknown as FileSystem["readdir"] }; // it is only called this way
    expect(await opened(["captures"], { files })).toEqual(captures);
  });

  it("may be named like a file", async () => {
    expect(await opened(["captures/name.txt"])).toHaveLength(1);
  });

  it("passes over what the run itself writes", async () => {
    const except = new Set([join(cwd, "captures", "one.txt")]);
    expect(await opened(["captures"], { except })).toHaveLength(captures.length - 1);
  });

  it.skipIf(process.platform === "win32")("follows a link that is named itself", async () => {
    await nodeFiles.symlink("a.txt", join(cwd, "link"));
    expect(await opened(["link"])).toEqual(["link = a"]);
    await nodeFiles.rm(join(cwd, "link"));
  });
});

describe("patterns", () => {
  it.each([
    ["*.txt", ["B.txt = capital", "a.txt = a", "b.txt = b", "odd[1].txt = odd"]],
    ["captures/*.txt", ["captures/name.txt/inner.txt = in a directory named like a file", "captures/one.txt = one"]],
    ["captures/**/*.log", ["captures/two/z.log = z"]],
    ["{a,b}.txt", ["a.txt = a", "b.txt = b"]],
    ["odd[1].txt", ["odd[1].txt = odd"]],
    ["x[1]/*.txt", ["x[1]/in.txt = in"]],
  ])("%s", async (pattern, lines) => expect(await opened([pattern])).toEqual(lines));

  it("keeps an absolute pattern absolute", async () => {
    expect(await opened([`${cwd}/captures/o*.txt`])).toEqual([`${cwd}/captures/one.txt = one`]);
  });

  it("leads out of the directory", async () => {
    expect(await opened([`../${cwd.split("/").at(-1)}/a.*`])).toEqual([`../${cwd.split("/").at(-1)}/a.txt = a`]);
  });

  it.each(["*.nothing", "[", "{a", "no/such/*"])("%s that matches nothing is missing", async (pattern) => {
    expect((await opened([pattern]))[0]).toMatch(/: failed: source-missing: no file/);
  });
});

describe("a file system that fails", () => {
  it.each([
    ["EACCES", "permission denied"],
    ["EBUSY", "in use by another program"],
    ["EWEIRD", "EWEIRD: it failed"],
  ])("on opening: %s", async (code, reason) => {
    const files = { ...nodeFiles, open: () => Promise.reject(failing(code)) };
    expect(await opened(["a.txt", "-"], { files })).toEqual([
      `a.txt: failed: source-unreadable: ${reason}`,
      "stdin = from stdin",
    ]);
  });

  it("on reading a directory", async () => {
    const files = { ...nodeFiles, readdir: () => Promise.reject(failing("EACCES")) };
    expect(await opened(["captures", "a.txt"], { files })).toEqual([
      "captures: failed: source-unreadable: permission denied",
      "a.txt = a",
    ]);
  });

  it("while reading tells the reader, without the path", async () => {
    const files: FileSystem = {
      ...nodeFiles,
      async open(...open: Parameters<FileSystem["open"]>) {
        const handle = await nodeFiles.open(...open);
        handle.read = () => Promise.reject(failing("EIO"));
        return handle;
      },
    };
    await expect(opened(["a.txt"], { files })).rejects.toThrow(/^EIO: it failed$/);
  });
});

describe("open files", () => {
  it("are closed when the next source is asked for, read or not", async () => {
    let open = 0;
    const files: FileSystem = {
      ...nodeFiles,
      async open(...parameters: Parameters<FileSystem["open"]>) {
        const handle = await nodeFiles.open(...parameters);
        const close = handle.close.bind(handle);
        handle.close = () => {
          open -= 1;
          return close();
        };
        open += 1;
        return handle;
      },
    };
    for await (const _ of openSources(["captures"], { cwd, stdin: stdin(), files })) expect(open).toBe(1);
    expect(open).toBe(0);
    for await (const _ of openSources(["captures"], { cwd, stdin: stdin(), files })) break;
    expect(open).toBe(0);
  });

  it("come in chunks that the reader may keep", async () => {
    const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));
    await nodeFiles.writeFile(join(cwd, "large"), bytes);
    for await (const source of openSources(["large"], { cwd, stdin: stdin() })) {
      if ("status" in source) throw new Error(source.reason);
      const chunks: Uint8Array[] = [];
      for await (const chunk of source.bytes) chunks.push(chunk);
      expect(chunks.length).toBeGreaterThan(1);
      expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    }
    await nodeFiles.rm(join(cwd, "large"));
  });
});
