import {
  chimneyCommand,
  registryCommand,
  registryDeleteCommand,
  setCommand,
  showChimneyCommand,
  showCommands,
} from "../../facts/commands.ts";
import { windowsName } from "../../facts/os-bands.ts";
import { source } from "../../facts/sources.ts";
import { type Evidence, type Fact, placeIn } from "../../hosts/index.ts";
import { defineRule, undecided } from "../rule.ts";

const NAME = "EnableTCPChimney";

export default defineRule({
  id: "registry-netsh-chimney-disagree",
  severity: "warning",
  title: `The registry's ${NAME} and the state that netsh shows disagree`,
  rationale:
    "On Server 2003 netsh switches Chimney at once, while registry values need a restart: where the two differ, the host will presumably behave differently after its next restart. For later versions no document says that the value is still read, so there this is only a note.",
  falseAlarms:
    "An absent value on 2003 SP2 means the default of the pack, which is on, not off. After an upgrade the value may be left over from 2003.",
  remedy: (os) =>
    os === "2003"
      ? `Make both say what is wanted, for example off: \`${registryCommand(NAME, 0)}\` and \`${chimneyCommand("disabled", os)}\`.`
      : `Take the leftover away: \`${registryDeleteCommand(NAME)}\`.`,
  rollback: (evidence) => {
    const registry = evidence.tcpipParameters === undefined ? undefined : inRegistry(evidence.tcpipParameters);
    if (registry === undefined) return registryDeleteCommand(NAME);
    if (evidence.os?.value !== "2003") return registryCommand(NAME, registry.value);
    const shown = byNetsh(evidence, registry)?.value ?? "enabled";
    return `${registryCommand(NAME, registry.value)} & ${setCommand("chimneyOffload", shown, evidence.os?.value) ?? ""}`;
  },
  references: [source("kb912222", "usage"), source("conclusion", "when the registry's value takes effect")],
  appliesTo: "any",
  needs: ["tcpipParameters", "chimneyOffload", "os"],
  examples: { fails: { text: example(1), os: "2008R2" }, passes: { text: example(0), os: "2008R2" } },
  *check(evidence) {
    const { tcpipParameters, os } = evidence;
    const registry = inRegistry(tcpipParameters);
    const last = tcpipParameters.at(-1) ?? tcpipParameters[0];
    if (registry === undefined) {
      if (!tcpipParameters.some(({ traits }) => traits.wholeKey))
        yield undecided(`${NAME} was not captured`, [placeIn(last, last)], showCommands.registry);
      return;
    }
    const shown = byNetsh(evidence, registry);
    if (shown === undefined)
      yield undecided(
        "netsh's state of Chimney was not captured",
        registry.at,
        os.value === "2003" ? showCommands.taskOffload : showChimneyCommand(undefined),
      );
    else if ((registry.value === 0) !== (shown.value === "disabled"))
      yield {
        severity: os.value === "2003" ? "warning" : "info",
        message: `${NAME} is ${registry.value} in the registry, but Chimney is shown as "${shown.value}".${os.value === "2003" ? " The state may change with the next restart." : ` No document says that ${windowsName(os.value)} still reads the value.`}`,
        at: [...registry.at, ...shown.at],
      };
  },
});

function inRegistry(captures: Evidence["tcpipParameters"]): Fact<number> | undefined {
  const found = captures.flatMap((capture) =>
    capture.records.flatMap((record): Fact<number>[] => {
      if (record.name.toLowerCase() !== NAME.toLowerCase() || typeof record.value !== "number") return [];
      return [{ value: record.value, at: [placeIn(capture, record)] }];
    }),
  );
  return found.at(-1);
}

/** The state as a command of netsh printed it: the setting may have come from the registry itself, as on Server 2003. */
function byNetsh(
  { chimneyOffload, ipGlobal }: Partial<Evidence>,
  registry: Fact<number>,
): Fact<string | number> | undefined {
  const [place] = registry.at;
  const isRegistry = chimneyOffload?.at.some(({ source: from, line }) => from === place?.source && line === place.line);
  if (isRegistry === false) return chimneyOffload;
  const lines = ipGlobal?.flatMap((capture) =>
    capture.records
      .filter(({ label }) => /chimney/i.test(label))
      .map((record) => ({ value: record.value, at: [placeIn(capture, record)] })),
  );
  return lines?.at(-1);
}

function example(registry: number): string {
  return String.raw`C:\>netsh int tcp show global
TCP Global Parameters
----------------------------------------------
Receive-Side Scaling State          : enabled
Chimney Offload State               : disabled

C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    NV Hostname    REG_SZ    FILES01
    EnableTCPChimney    REG_DWORD    0x${registry}
`;
}
