import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { page as file } from "../support/built.ts";
import { make } from "../support/fresh-build.ts";
import { thorough } from "../support/soak.ts";

let html = "";

beforeAll(async () => {
  html = await readFile(file, "utf8");
});

const carried = (id: string) =>
  new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? "";
const unpacked = (id: string) => inflateSync(Buffer.from(carried(id), "base64")).toString();
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the page as it is built", () => {
  it("is one file that refers to nothing else", () => {
    const elements = html
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, "$1</$2>");
    expect(elements.match(/<(?:link|img|script|iframe|object)\b[^>]*>/g)).toEqual([
      '<link rel="icon" href="data:,">',
      '<script type="text/plain" id="program">',
      '<script type="text/plain" id="worker">',
      '<script type="text/plain" id="libarchive">',
      "<script>",
    ]);
    expect(/<style>[\s\S]*?<\/style>/.exec(html)?.[0].match(/@import|url\(/g)).toBeNull();
  });

  it("is under 750 kB without the library for archives", () => {
    const library = carried("libarchive").length;
    expect(library).toBeGreaterThan(400_000);
    expect(Buffer.byteLength(html) - library).toBeLessThan(750_000);
  });

  it("has nothing of Node in it, and nothing that stands in for it", () => {
    const programs = [html, unpacked("program"), unpacked("worker")].join("\n");
    expect(programs).toContain("DecompressionStream");
    expect(programs.match(/["'`]node:|__vite-browser-external|\brequire\(["'`]/g)).toBeNull();
  });

  it("allows what it holds, by its hashes, and nothing else", () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1];
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      // WebAssembly is code that the page holds: it can be loaded from nowhere else.
      `script-src ${hashOf(script)} ${hashOf(unpacked("program"))} 'wasm-unsafe-eval'`,
      `style-src ${hashOf(style)}`,
      "worker-src blob:",
      "connect-src 'none'",
      "img-src data:",
      "form-action 'none'",
      "base-uri 'none'",
    ]);
  });

  it("passes on the licences of what it is made of", () => {
    const comment = /<!--[\s\S]*?-->/.exec(html)?.[0] ?? "";
    for (const name of ["@zip.js/zip.js", "preact"]) expect(comment).toContain(`\n${name}\n\n`);
    expect(comment).toContain("Redistributions in binary form");
  });

  it("is the same bytes each time", thorough, async () => {
    await make("page");
    expect((await readFile(file, "utf8")) === html).toBe(true);
  });
});
