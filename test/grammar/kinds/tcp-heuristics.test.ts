import { describe, expect, it } from "vitest";
import { looksLikeHeuristics, tcpHeuristics } from "../../../grammar/kinds/tcp-heuristics.ts";
import { classesIn, listing, remarksIn, segmentOf, settingsIn } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => tcpHeuristics.read(segmentOf(text), { command });

describe("a table of heuristics", () => {
  it("of Windows 8", () => {
    const reading = read(`TCP Window Scaling heuristics Parameters
----------------------------------------------
Window Scaling heuristics         : disabled
Qualifying Destination Threshold  : 3
Profile type unknown              : normal
Profile type public               : restricted
Profile type private              : normal
Profile type domain               : normal
`);
    expect(settingsIn(reading)).toEqual([
      "windowScalingHeuristics=disabled",
      "qualifyingDestinationThreshold=3",
      "profileTypeUnknown=normal",
      "profileTypePublic=restricted",
      "profileTypePrivate=normal",
      "profileTypeDomain=normal",
    ]);
    expect(classesIn(reading)).toBe("hhrrrrrr");
    expect(reading).toMatchObject({ locale: "en-US", diagnostics: [], recognised: true });
  });

  it("in Russian", () => {
    const reading = read(
      listing("Параметры эвристики масштабирования окон TCP", [["Эвристика масштабирования окон", "disabled"]]),
    );
    expect(settingsIn(reading)).toEqual(["windowScalingHeuristics=disabled"]);
    expect(reading.locale).toBe("ru-RU");
  });

  const spanish = [
    ["Ajuste de ventana", "disabled"],
    ["Umbral de destino", "3"],
    ["Perfil desconocido", "normal"],
    ["Perfil público", "restricted"],
    ["Perfil privado", "normal"],
    ["Perfil de dominio", "normal"],
  ] as const;

  it.each([
    ["its only row", spanish.slice(0, 1), ["windowScalingHeuristics=disabled"]],
    [
      "all its rows",
      spanish,
      [
        "windowScalingHeuristics=disabled",
        "qualifyingDestinationThreshold=3",
        "profileTypeUnknown=normal",
        "profileTypePublic=restricted",
        "profileTypePrivate=normal",
        "profileTypeDomain=normal",
      ],
    ],
  ])("behind its command in an unknown language is read by the position of %s", (_what, rows, settings) => {
    const text = listing("Heurísticas TCP", rows);
    const reading = read(text, "netsh int tcp show heuristics");
    expect(settingsIn(reading)).toEqual(settings);
    expect(remarksIn(reading)).toEqual(["settings-by-position 3:1"]);
    expect(looksLikeHeuristics(text.split("\n"))).toBe(rows.length > 1);
  });

  it("behind its command is unmatched where the rows are others", () => {
    const text = listing("Heurísticas TCP", [["Ajuste de ventana", "normal"]]);
    expect(remarksIn(read(text, "netsh int tcp show heuristics"))).toEqual(["settings-unmatched 3:1"]);
  });
});

it.each([
  ["TCP Window Scaling heuristics Parameters", "title"],
  ["Window Scaling heuristics         : enabled", "record"],
  ["Profile type domain               : normal", "record"],
  ["Chimney Offload State               : disabled", undefined],
  ["** The above autotuninglevel setting is the result of Windows Scaling heuristics", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(tcpHeuristics.landmark(line, { command: null })).toBe(found);
});
