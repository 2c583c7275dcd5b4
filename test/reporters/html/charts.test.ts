import { describe, expect, it } from "vitest";
import {
  type Chart,
  ChartView,
  ratioBars,
  rendered,
  type Share,
  stackedBars,
  timeline,
} from "../../../src/reporters/html/parts.ts";
import { HOSTILE, tagsOf } from "../../support/pages.ts";

const share: Share = { name: "Eligible", offloaded: 9, inHost: 3, total: 12, ratio: 0.75, interval: [0.4677, 0.9111] };
const group = { key: "445", offloaded: 6, inHost: 3, transitional: 1, total: 10, differs: false };

const charts: readonly (readonly [string, () => Chart])[] = [
  ["ratio bars", () => ratioBars([share, { ...share, name: HOSTILE, interval: null }], "Shares")],
  ["stacked bars", () => stackedBars([group, { ...group, key: HOSTILE, differs: true }], "Ports")],
  [
    "a timeline",
    () =>
      timeline(
        [0.5, null, 0.25].map((ratio) => ({ label: HOSTILE, ratio })),
        "Time",
      ),
  ],
];

const svgOf = (chart: Chart) => rendered(ChartView({ chart, id: "one" }));

describe.each(charts)("%s", (_, chart) => {
  it("are drawn without styles, scripts, or anything that is fetched", () => {
    const tags = tagsOf(svgOf(chart())).join("");
    expect(tags).toMatch(/<(?:rect|path) /);
    expect(tags).not.toMatch(/<style|<script|<image|<a\b|\s(?:style|href|xlink:href|on\w+)=|url\(/);
  });

  it("are the same picture each time, whatever was drawn before", () => {
    const first = svgOf(chart());
    svgOf(stackedBars([group], "Another one"));
    expect(svgOf(chart())).toBe(first);
  });

  it("have names in them as text only", () => {
    const svg = svgOf(chart());
    expect(svg).not.toContain("<img");
    const elements = new Set([...svg.matchAll(/<([a-z]+)/gi)].map(([, name = ""]) => name));
    const known = ["div", "ul", "li", "svg", "title", "desc", "g", "rect", "line", "path", "circle", "text"];
    expect([...elements].filter((name) => !known.includes(name))).toEqual([]);
  });

  it("name every colour that is drawn, and no other", () => {
    const svg = svgOf(chart());
    const drawn = new Set([...svg.matchAll(/<g class="([\w-]+)"><rect/g)].map(([, name]) => name));
    const named = new Set([...svg.matchAll(/<li class="([\w-]+)"/g)].map(([, name]) => name));
    expect([...drawn].filter((name) => !named.has(name))).toEqual([]);
    expect(named.size).toBe(drawn.size);
  });
});

describe("what a chart says in words", () => {
  it("has the numbers of the picture", () => {
    expect(ratioBars([share], "Shares").description).toBe("Eligible: 9 of 12, 75 %, 95 % interval 47 to 91 %.");
    expect(stackedBars([group], "Ports").description).toBe("445: 6 offloaded, 3 in host, 1 on the way.");
    expect(
      timeline(
        [0.5, null, 0.25].map((ratio) => ({ label: "", ratio })),
        "Time",
      ).description,
    ).toBe("3 tables; the share begins at 50 %, ends at 25 %, and lies between 25 and 50 %.");
  });
});

describe("the line of an interval", () => {
  it("reaches from one end to the other on the same scale as the bar", () => {
    const half = svgOf(ratioBars([{ ...share, ratio: 0.5, interval: [0.25, 0.75] }], "Shares"));
    expect(half).toContain('<g class="interval"><line x1="25%" x2="75%"');
  });

  it("is not drawn where there is none", () => {
    expect(svgOf(ratioBars([share], "Shares"))).toContain('class="interval"');
    expect(svgOf(ratioBars([{ ...share, interval: null }], "Shares"))).not.toContain('class="interval"');
  });
});

describe("bars of few connections", () => {
  const lines = (of: number) =>
    svgOf(ratioBars([{ ...share, offloaded: 1, inHost: of - 1, total: of }], "Shares")).match(/class="unit"/g)
      ?.length ?? 0;

  it.each([
    [12, 11],
    [20, 19],
    [21, 0],
  ])("of %d have %d strokes between one and the next", (connections, strokes) => {
    expect(lines(connections)).toBe(strokes);
  });

  it("of groups have whole numbers on their scale, and no more than there are", () => {
    const one = svgOf(stackedBars([{ ...group, offloaded: 1, inHost: 1, transitional: 0, total: 2 }], "Ports"));
    expect([...one.matchAll(/y2="[\d.]+em"><\/line><text[^>]*>(\d+)</g)].map(([, label]) => label)).toEqual([
      "0",
      "1",
      "2",
    ]);
  });
});
