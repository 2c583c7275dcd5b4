import { describe, expect, it } from "vitest";
import { type Chart, ratioBars, type Share, stackedBars, timeline } from "../../../src/reporters/html/parts.ts";
import { HOSTILE } from "../../support/pages.ts";

const share: Share = { name: "Eligible", offloaded: 9, total: 12, ratio: 0.75, interval: [0.4677, 0.9111] };
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

describe.each(charts)("%s", (_, chart) => {
  it("are drawn without styles, classes, scripts, or anything that is fetched", () => {
    const { svg } = chart();
    expect(svg).toMatch(/<path [^>]*fill="var\(--/);
    expect(svg).not.toMatch(/<style|<script|<image|<a\b|\s(?:style|class|id|href|xlink:href|on\w+)=|url\(/);
  });

  it("are the same picture each time, whatever was drawn before", () => {
    const first = chart().svg;
    stackedBars([group], "Another one");
    expect(chart().svg).toBe(first);
  });

  it("have names in them as text only", () => {
    const { svg } = chart();
    expect(svg).not.toContain("<img");
    const elements = new Set([...svg.matchAll(/<([a-z]+)/gi)].map(([, name = ""]) => name));
    expect([...elements].filter((name) => !["path", "text", "tspan", "g"].includes(name))).toEqual([]);
  });
});

describe("what a chart says in words", () => {
  it("has the numbers of the picture", () => {
    expect(ratioBars([share], "Shares").description).toBe("Eligible: 9 of 12, 75 %, 95 % interval 47 to 91 %.");
    expect(stackedBars([group], "Ports").description).toBe("445: 6 offloaded, 1 on the way, 3 in host.");
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
    const half = ratioBars([{ ...share, ratio: 0.5, interval: [0.25, 0.75] }], "Shares").svg;
    const bar = /<path d="M(\d+) [\d.]+l(\d+) 0[^>]*fill="var\(--offloaded\)"/.exec(half);
    const [left, width] = [Number(bar?.[1]), Number(bar?.[2])];
    const line = new RegExp(`<path d="M${left + width / 2} [\\d.]+L${left + width * 1.5} `);
    expect(half).toMatch(line);
  });

  it("is not drawn where there is none", () => {
    const strokes = (svg: string) => svg.match(/stroke-width="2"/g)?.length ?? 0;
    expect(strokes(ratioBars([share], "Shares").svg)).toBe(3);
    expect(strokes(ratioBars([{ ...share, interval: null }], "Shares").svg)).toBe(0);
  });
});
