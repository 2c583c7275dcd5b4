import { registryDeleteCommand } from "../../facts/commands.ts";
import { NETSH_FIX } from "../../facts/hotfixes.ts";
import { source } from "../../facts/sources.ts";
import { placeIn } from "../../hosts/index.ts";
import { restoringRegistry } from "../derived.ts";
import { defineRule } from "../rule.ts";

/** What netsh writes by mistake. */
const DAMAGED = 0xff_ff_ff_ff;

/** Values that a message names. */
const MOST_NAMED = 12;

export default defineRule({
  id: "netsh-damaged-values-2008",
  severity: "error",
  title: "netsh wrote 0xFFFFFFFF to TCP/IP values of the registry",
  rationale: `On Server 2008 and Vista without ${NETSH_FIX}, \`netsh int tcp set global\` writes 0xFFFFFFFF to other values below Tcpip\\Parameters, such as TcpTimedWaitDelay, KeepAliveTime, EnablePMTUDiscovery, DisableTaskOffload and Tcp1323Opts. None of them accepts that value. Connections then fail or hang, and task offloads are off.`,
  falseAlarms:
    "Somebody may have written 0xFFFFFFFF by hand; it is out of range all the same. Microsoft's own diagnostic package looks for the same values.",
  remedy: `Install ${NETSH_FIX}, delete the quoted values, and restart.`,
  references: [source("kb2643970", "settings for Server 2008"), source("psSdp755", "damaged values")],
  appliesTo: ["2008"],
  needs: ["tcpipParameters"],
  examples: {
    fails: { text: example("0xffffffff"), os: "2008" },
    passes: { text: example("0x1e"), os: "2008" },
  },
  *check(evidence) {
    const { tcpipParameters, hotfixes } = evidence;
    const latest = tcpipParameters.at(-1) ?? tcpipParameters[0];
    const damaged = latest.records.filter(({ value }) => value === DAMAGED);
    if (damaged.length === 0) return;
    const names = damaged.slice(0, MOST_NAMED).map(({ name }) => name);
    const isFixed = hotfixes?.value.includes(NETSH_FIX) === true;
    const commands = names
      .filter((name) => /^\w{1,60}$/.test(name))
      .map((name) => `\`${registryDeleteCommand(name)}\``);
    const [first, ...others] = names;
    yield {
      message: `0xFFFFFFFF is in ${damaged.length === 1 ? "a value" : `${damaged.length} values`} below Tcpip\\Parameters: ${names.join(", ")}${damaged.length > names.length ? ", …" : ""}. netsh of Server 2008 and Vista writes that without ${NETSH_FIX}.`,
      at: damaged.map((record) => placeIn(latest, record)),
      remedy: `${isFixed ? "Delete" : `Install ${NETSH_FIX} first. Then delete`} the ${damaged.length === 1 ? "value" : "values"}: ${commands.join(", ")}, and restart.`,
      ...(first === undefined ? {} : { rollback: restoringRegistry(first, ...others)(evidence) }),
    };
  },
});

function example(delay: string): string {
  return String.raw`C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    Hostname    REG_SZ    OLD08
    TcpTimedWaitDelay    REG_DWORD    ${delay}
`;
}
