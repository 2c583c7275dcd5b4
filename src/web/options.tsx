import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { windowsName } from "../facts/os-bands.ts";
import {
  features,
  type OsBand,
  osBands,
  supportedEncodings,
  type ThresholdName,
  thresholdFault,
  thresholdNames,
  thresholds,
} from "../index.ts";
import type { Report } from "../report/index.ts";
import { type ReadingOptions, withFeature } from "./reading-options.ts";

interface OptionsProps {
  readonly options: ReadingOptions;
  readonly report: Report | null;
  readonly onOptions: (options: ReadingOptions) => void;
}

/** What the captures don't tell: the version of Windows where it is missing, and all else folded up. */
export function Options({ options, report, onOptions }: OptionsProps): ComponentChild {
  const isUnknown = report?.hosts.some(({ os }) => os === null || os.basis !== "systemInfo") === true;
  const chosen = Object.keys(options).length;
  return (
    <div class="options">
      {(isUnknown || options.os !== undefined) && (
        <p>
          The captures don't say which Windows it is. <WindowsChoice {...{ options, onOptions }} />
        </p>
      )}
      <details>
        <summary>What the captures don't tell{chosen > 0 ? ` (${chosen} said)` : ""}</summary>
        <TextOption title="Host" name="host" {...{ options, onOptions }} />
        <EncodingChoice {...{ options, onOptions }} />
        <Context {...{ options, onOptions }} />
        <Thresholds {...{ options, onOptions }} />
        {chosen > 0 && (
          <button type="button" onClick={() => onOptions({})}>
            Forget these
          </button>
        )}
      </details>
    </div>
  );
}

type ChoiceProps = Pick<OptionsProps, "options" | "onOptions">;

function WindowsChoice({ options, onOptions }: ChoiceProps) {
  return (
    <label>
      Windows version{" "}
      <select
        value={options.os ?? ""}
        onChange={({ currentTarget: { value } }) => {
          const { os: _, ...others } = options;
          const band: OsBand | undefined = osBands.find((one) => one === value);
          onOptions(band === undefined ? others : { ...others, os: band });
        }}
      >
        <option value="">not known</option>
        {osBands.map((band) => (
          <option key={band} value={band}>
            {windowsName(band)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TextOptionProps extends ChoiceProps {
  readonly title: string;
  readonly name: "host";
}

/** Taken when the field is left or Enter is pressed: half a name is none. */
function TextOption({ title, name, options, onOptions }: TextOptionProps) {
  return (
    <label>
      {title}{" "}
      <input
        value={options[name] ?? ""}
        maxLength={255}
        onChange={({ currentTarget }) => {
          const { [name]: _, ...others } = options;
          const value = currentTarget.value.trim();
          onOptions(value === "" ? others : { ...others, [name]: value });
        }}
      />
    </label>
  );
}

function EncodingChoice({ options, onOptions }: ChoiceProps) {
  return (
    <label>
      Encoding{" "}
      <select
        value={options.encoding ?? ""}
        onChange={({ currentTarget: { value } }) => {
          const { encoding: _, ...others } = options;
          onOptions(value === "" ? others : { ...others, encoding: value });
        }}
      >
        <option value="">as the bytes tell</option>
        {supportedEncodings.map((encoding) => (
          <option key={encoding} value={encoding}>
            {encoding}
          </option>
        ))}
      </select>
    </label>
  );
}

function Context({ options, onOptions }: ChoiceProps) {
  const said = options.context ?? [];
  return (
    <fieldset>
      <legend>What the hosts run or are used for</legend>
      {features.map((feature) => (
        <label key={feature}>
          <code>{feature}</code>{" "}
          <select
            value={said.includes(feature) ? "on" : said.includes(`no-${feature}`) ? "off" : ""}
            onChange={({ currentTarget }) => onOptions(withFeature(options, feature, currentTarget.value))}
          >
            <option value="">not known</option>
            <option value="on">yes</option>
            <option value="off">no</option>
          </select>
        </label>
      ))}
    </fieldset>
  );
}

function Thresholds({ options, onOptions }: ChoiceProps) {
  const [faults, setFaults] = useState<ReadonlyMap<ThresholdName, string>>(new Map());
  function set(name: ThresholdName, text: string): void {
    const { thresholds: before, ...others } = options;
    const { [name]: _, ...kept } = before ?? {};
    const fault = text === "" ? undefined : thresholdFault(name, Number(text));
    setFaults(new Map([...faults].filter(([one]) => one !== name).concat(fault === undefined ? [] : [[name, fault]])));
    const limits = text === "" || fault !== undefined ? kept : { ...kept, [name]: Number(text) };
    onOptions(Object.keys(limits).length === 0 ? others : { ...others, thresholds: limits });
  }
  return (
    <fieldset>
      <legend>Limits that rules compare with</legend>
      {thresholdNames.map((name) => (
        <label key={name}>
          <code>{name}</code>{" "}
          <input
            type="number"
            min="0"
            step="any"
            placeholder={String(thresholds[name].value)}
            value={options.thresholds?.[name] ?? ""}
            onChange={({ currentTarget }) => set(name, currentTarget.value)}
          />
          {faults.has(name) && <span role="alert"> {faults.get(name)}</span>}
        </label>
      ))}
    </fieldset>
  );
}
