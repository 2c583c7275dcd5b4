import { showCommands } from "../../facts/commands.ts";
import { isBefore, namedDrivers } from "../../facts/drivers.ts";
import { source } from "../../facts/sources.ts";
import { defineRule, undecided } from "../rule.ts";

export default defineRule({
  id: "driver-before-fixes",
  severity: "warning",
  title: "An adapter's driver is older than the one that fixed Chimney on Server 2003",
  rationale:
    "Most of the trouble after SP2 of Server 2003 turned the Scalable Networking Pack on was seen with Broadcom adapters and chips. According to the Exchange team, the driver has the fixes since version 3.7.19. KB 942861 also names the chip 5708 for broken connections of SQL Server.",
  falseAlarms:
    "Server manufacturers number their packages differently, but the version in the registry is Broadcom's. If Chimney is disabled in Windows, the driver version does not matter for it.",
  remedy:
    "Update the driver to 3.7.19 or later, preferably the server manufacturer's. Until then disable Chimney: `netsh int ip set chimney DISABLED`.",
  rollback: "Device Manager, the adapter's Driver tab, Roll Back Driver; then `netsh int ip set chimney ENABLED`.",
  references: [source("exchange2007", "Broadcom's drivers"), source("kb942861Of2007", "cause")],
  appliesTo: ["2003"],
  needs: ["adapters", "os"],
  impliedBy: ["chimney-enabled-2003"],
  examples: {
    fails: { text: example("3.4.10.0") },
    passes: { text: example("3.7.19.0") },
  },
  *check({ adapters, os, chimneyOffload }) {
    for (const { name, description = name, driver } of adapters) {
      const named = namedDrivers.find(({ band, pattern }) => band === os.value && pattern.test(description));
      if (named === undefined || chimneyOffload?.value === "disabled") continue;
      if (driver === undefined || isBefore(driver.value, named.least) !== true) continue;
      if (chimneyOffload === undefined) {
        const reason = `"${description}" has a driver before ${named.least.join(".")}, but whether Chimney is on was not captured`;
        yield undecided(reason, driver.at, showCommands.registry);
        continue;
      }
      yield {
        about: name,
        message: `Chimney is enabled, and "${description}" has driver ${driver.value}: the fixes for it came with ${named.maker}'s ${named.least.join(".")}.`,
        at: [...driver.at, ...chimneyOffload.at],
      };
    }
  },
});

function example(version: string): string {
  return String.raw`C:\>ver

Microsoft Windows [Version 5.2.3790]

C:\>reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
    EnableTCPChimney    REG_DWORD    0x1

C:\>reg query "HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}" /s

HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}\0007
    DriverDesc    REG_SZ    Broadcom BCM5708C NetXtreme II GigE
    DriverVersion    REG_SZ    ${version}
    Characteristics    REG_DWORD    0x84
    *TCPConnectionOffloadIPv4    REG_SZ    1
    NetCfgInstanceId    REG_SZ    {00000000-1111-2222-3333-000000000007}
`;
}
