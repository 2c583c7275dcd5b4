import { expect, it } from "vitest";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { msrdCollect } from "../../support/bundles/microsoft-tools.ts";
import { lines } from "../../support/bundles/texts.ts";

/** The date as the locale writes it: .NET puts its own signs for slashes and colons. */
const headed = (stamp: string) => (command: string) =>
  lines("=".repeat(38), `${stamp} : ${command}`, `${"=".repeat(38)}\n`);

it.each(["2024/01/15 10:22:41.456", "2024.01.15 10:22:41.456", "2024-01-15 10:22:41.456", "2024.01.15 10.22.41.456"])(
  "%s above an output is its time",
  async (stamp) => {
    const { hosts } = await attributed("*.zip!", msrdCollect(srv01, headed(stamp)));
    expect(hosts).toEqual({
      SRV01: [
        "_NetshInterfaceGlobal.txt | tcpGlobal | 8 | netsh interface tcp show global | - | 2024-01-15T10:22:41.456 | MSRD-Collect",
        "_Netstat.txt | netstat | 11 | netstat -anobq | - | 2024-01-15T10:22:41.456 | MSRD-Collect",
        "_Hotfixes.txt | systemInfo | 1 | - | - | 2024-01-15T10:22:33 | MSRD-Collect",
      ],
    });
  },
);
