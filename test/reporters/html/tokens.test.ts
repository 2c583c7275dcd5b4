import { describe, expect, it } from "vitest";
import { tokens } from "../../../src/reporters/html/style/tokens.ts";

type Colour = readonly [number, number, number];

/** How the three kinds of missing cones see a colour, in linear light (Machado, Oliveira and Fernandes 2009). */
const VISIONS = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

const [light = "", dark = ""] = tokens.split("@media");

const palettes = { light: paletteOf(light), dark: paletteOf(dark) };
const visions = Object.keys(VISIONS) as (keyof typeof VISIONS)[];

describe.each(["light", "dark"] as const)("the %s colours", (scheme) => {
  const contrast = (one: string, other: string, vision: keyof typeof VISIONS) =>
    contrastOf(seen(palettes[scheme], one, vision), seen(palettes[scheme], other, vision));

  it.each(visions)("of connections are 3:1 apart from one to the next: %s vision", (vision) => {
    expect(contrast("offloaded", "on-the-way", vision)).toBeGreaterThan(3);
    expect(contrast("on-the-way", "in-host", vision)).toBeGreaterThan(3);
  });

  it.each(["offloaded", "on-the-way", "in-host"])("can be written on: %s", (side) => {
    expect(contrast(side, `over-${side}`, "usual")).toBeGreaterThan(4.5);
  });

  it.each(["text", "faint", "link", "error", "warning", "note", "good"])("can be read: %s", (name) => {
    expect(contrast(name, "paper", "usual")).toBeGreaterThan(4.5);
    expect(contrast(name, "raised", "usual")).toBeGreaterThan(4.5);
  });

  it("show bars and marked lines against the page", () => {
    expect(contrast("outline", "paper", "usual")).toBeGreaterThan(3);
    expect(contrast("text", "marked", "usual")).toBeGreaterThan(4.5);
  });
});

function paletteOf(css: string): ReadonlyMap<string, Colour> {
  const named = [...css.matchAll(/--([\w-]+): #(..)(..)(..);/g)];
  return new Map(
    named.map(([, name = "", ...parts]) => {
      const [red = 0, green = 0, blue = 0] = parts.map((part) => linear(Number.parseInt(part, 16) / 255));
      return [name, [red, green, blue]];
    }),
  );
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** How light a colour is to somebody. */
function seen(palette: ReadonlyMap<string, Colour>, name: string, vision: keyof typeof VISIONS): number {
  const colour = palette.get(name);
  if (colour === undefined) throw new Error(`There is no colour ${name}.`);
  const [red = 0, green = 0, blue = 0] = VISIONS[vision].map((row) =>
    Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
