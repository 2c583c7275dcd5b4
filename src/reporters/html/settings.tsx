import type { ComponentChild } from "preact";
import { type SettingKey, settingKeys } from "../../../grammar/locales/locale.ts";
import { defaultOf, recommendedOf, type Stated } from "../../facts/defaults.ts";
import { windowsName } from "../../facts/os-bands.ts";
import type { HostReport, SettingReport } from "../../report/index.ts";
import { NONE } from "../figures.ts";
import { printable } from "../printable.ts";
import { lineLabel, settingLabel, settingsInOrder } from "../words.ts";
import { Explain } from "./explained.tsx";
import { Place } from "./place.tsx";
import { Command } from "./step.tsx";
import { Table } from "./table.tsx";

/** How sure it is what a version has or should have, where no document says so. */
const GROUNDINGS: { readonly [G in Stated["grounding"]]: string } = {
  seed: "",
  documented: "",
  observed: "As captures show it; not documented",
  inferred: "Our conclusion",
};

/** Each setting with its value, beside what this version of Windows comes with and what is recommended for it. */
export function Settings({ host, id }: { readonly host: HostReport; readonly id: string }): ComponentChild {
  const compared = comparedSettings(host);
  const notes = [...new Set(compared.flatMap(({ usual, recommended }) => [usual, recommended].flatMap(noteOf)))];
  const rows = [...compared.map((setting) => cellsOf(setting, notes)), ...otherRows(host)];
  return (
    <section>
      <h3 id={`${id}-settings`}>Settings</h3>
      {host.settings.length === 0 && host.os?.band !== "2003" && (
        <>
          <p>No settings were found here. Capture them:</p>
          <Command command="netsh int tcp show global" />
        </>
      )}
      {rows.length > 0 && (
        <Table
          caption={captionOf(host)}
          heading={["Setting", "Value", "Default", "Recommended"]}
          rows={rows}
          align="llll"
        />
      )}
      {notes.length > 0 && (
        <ol class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface ComparedSetting {
  readonly key: SettingKey;
  readonly label: string;
  readonly value: string | number | undefined;
  /** The lines that print it. */
  readonly printed: readonly SettingReport[];
  readonly usual: Stated | undefined;
  readonly recommended: Stated | undefined;
}

function comparedSettings({ os, summary, settings }: HostReport): readonly ComparedSetting[] {
  return settingsInOrder.flatMap((key) => {
    const value = summary.settings[key];
    const [usual, recommended] = os === null ? [] : [defaultOf(key, os.band), recommendedOf(key, os.band)];
    const stated = recommended ?? usual;
    // What this Windows does not print is not missing from the capture.
    if (value === undefined && (stated === undefined || stated.values.length === 0)) return [];
    const printed = settings.filter(({ setting }) => setting === key);
    const label = settingLabel(key) ?? printed.at(-1)?.label ?? spelt(key);
    return [{ key, label, value, printed, usual, recommended }];
  });
}

function captionOf({ os }: HostReport): string {
  if (os === null) return "Settings; the version of Windows is not known, so there is nothing to compare them with";
  return `Settings, and what ${windowsName(os.band)} has and should have`;
}

function cellsOf(setting: ComparedSetting, notes: readonly string[]): readonly ComponentChild[] {
  const { key, label, value, usual, recommended } = setting;
  return [
    <Explain key="label" name={key}>
      {printable(label)}
    </Explain>,
    <Value key="value" setting={setting} />,
    <StatedValue key="usual" stated={usual} value={value} notes={notes} />,
    <StatedValue key="recommended" stated={recommended} value={value} notes={notes} />,
  ];
}

function Value({ setting: { value, printed } }: { setting: ComparedSetting }) {
  if (value === undefined) return <span class="faint">not captured</span>;
  const others = printed.filter((line) => line.value !== value);
  return (
    <>
      <strong>{printable(String(value))}</strong>
      {others.map((line) => (
        <small key={`${line.source}:${line.line}`}>
          {" "}
          elsewhere: {printable(String(line.value))} in <Place place={line} />
        </small>
      ))}
    </>
  );
}

interface StatedValueProps {
  readonly stated: Stated | undefined;
  readonly value: string | number | undefined;
  readonly notes: readonly string[];
}

function StatedValue({ stated, value, notes }: StatedValueProps) {
  if (stated === undefined) return NONE;
  const words = stated.values.join(" or ") || "not printed";
  const differs = value !== undefined && stated.values.length > 0 && !stated.values.some((one) => isSame(one, value));
  return (
    <>
      {words}
      <sup>{notes.indexOf(noteOf(stated)[0] ?? "") + 1}</sup> {differs && <span class="mark">differs</span>}
    </>
  );
}

/** Where a statement comes from, and what is to be said of it. */
function noteOf(stated: Stated | undefined): readonly string[] {
  if (stated === undefined) return [];
  const [source] = stated.sources;
  const section = source.section === undefined ? "" : `, ${source.section}`;
  const from = GROUNDINGS[stated.grounding] || `${source.title}${section}`;
  return [stated.note === undefined ? from : `${from}: ${stated.note}`];
}

/** A name of ours as words, where no Windows prints one. */
function spelt(key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function isSame(one: string | number, other: string | number): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}

/** Lines whose label is none of the settings: heuristics, and labels no language of ours knows. */
function otherRows({ settings }: HostReport): readonly (readonly ComponentChild[])[] {
  const known = new Set<string>(settingKeys);
  const others = settings.filter(({ setting }) => setting === null || !known.has(setting));
  return others.map((line) => [printable(lineLabel(line)), printable(String(line.value)), NONE, NONE]);
}
