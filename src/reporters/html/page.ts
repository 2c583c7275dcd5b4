import type { ComponentChild } from "preact";
import { h } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { jsonPieces } from "../json-pieces.ts";
import { printable } from "../printable.ts";
import { Explanations } from "./explained.tsx";
import { explanationOf } from "./explanations.ts";
import { packed } from "./packed.ts";
import { script } from "./script/index.ts";
import { style } from "./style/index.ts";

/** What stands before and behind the contents of a page of its own. */
export interface Page {
  readonly head: (about: About) => string;
  readonly foot: string;
}

export interface About {
  /** What the page is about; captured names in it may be as long as they like. */
  readonly title: string;
  /** Of the program that worked out what the page shows. */
  readonly version: string;
}

/** Letters of a title: browsers show fewer. */
const LONGEST_TITLE = 60;

/**
 * Opens a page that needs nothing else and may load nothing else: its policy allows the style and the script that are
 * in it, known by their hashes.
 */
export async function openPage(): Promise<Page> {
  const [styles, scripts] = [await hashOf(style), await hashOf(script)];
  const policy = `default-src 'none'; style-src ${styles}; script-src ${scripts}; base-uri 'none'; form-action 'none'`;
  return { head: (about) => headOf(about, policy), foot: `\n<script>${script}</script>\n</body>\n</html>\n` };
}

/** Markup of a component, all text in it escaped. */
export function rendered(component: ComponentChild): string {
  return renderToStaticMarkup(h(Explanations.Provider, { value: explanationOf }, component));
}

/** Parts that the page's script unpacks when one of them is to be seen; each block has a number. */
export function* packedBlock(number: number, parts: readonly ComponentChild[]): Generator<string> {
  yield `<script type="text/plain" id="packed-${number}">`;
  yield* packed(listed(parts));
  yield "</script>\n";
}

function* listed(parts: readonly ComponentChild[]): Generator<string> {
  for (const [at, part] of parts.entries()) yield (at === 0 ? "[" : ",") + JSON.stringify(rendered(part));
  yield "]";
}

/** Data that the page carries along, packed, so that it can be read back from it. The contents of the page end here. */
export function* embedded(id: string, value: object): Generator<string> {
  yield `\n</main>\n<script type="text/plain" id="${id}">`;
  yield* packed(jsonPieces(value, "compact"));
  yield "</script>";
}

function headOf({ title, version }: About, policy: string): string {
  const words = printable(title);
  const maker = `chimneysweep ${printable(version)}`;
  const short = words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE - 1)}…` : words;
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    rendered(h("meta", { "http-equiv": "Content-Security-Policy", content: policy })),
    rendered(h("meta", { charset: "utf-8" })),
    rendered(h("meta", { name: "generator", content: maker })),
    rendered(h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" })),
    rendered(h("title", {}, short)),
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<header><h1>TCP Chimney Offload</h1>${rendered(h("p", { class: "faint" }, `Made by ${maker}`))}</header>`,
    "<main>",
    "",
  ].join("\n");
}

async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
