import { expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";
import { attributed } from "../../support/bundles/attributed.ts";
import { srv01 } from "../../support/bundles/bundle.ts";
import { cbcollect } from "../../support/bundles/cbcollect.ts";
import { hostOutputs } from "../../support/bundles/texts.ts";
import { variants } from "../../support/bundles/variants.ts";

const LOG = "cbcollect_info_ns_1@192.0.2.20_20240115-092233/couchbase.log";

it("is of the computer that systeminfo names at its top, at a time in UTC", async () => {
  const { hosts, report } = await attributed("*.zip!", cbcollect(srv01));
  expect(hosts).toEqual({
    SRV01: [
      "couchbase.log | systemInfo | 4 | systeminfo | - | 2024-01-15T09:22:33Z | cbcollect_info",
      "couchbase.log | netstat | 11 | netstat -anotb | - | 2024-01-15T09:22:33Z | cbcollect_info",
    ],
  });
  expect(report.hosts[0]?.os?.band).toBe("2008R2");
});

it("is of nobody known where systeminfo is missing: the name of the node is none of a computer", async () => {
  const without = variants.replaced(cbcollect(srv01), LOG, hostOutputs.systemInfo("SRV01"), "");
  expect((await attributed("*.zip!", without)).hosts).toEqual({
    "-": ["couchbase.log | netstat | 11 | netstat -anotb | - | 2024-01-15T09:22:33Z | cbcollect_info"],
  });
});

const heading = `${"=".repeat(78)}\nOS Information\nsysteminfo\n${"=".repeat(78)}\n`;

it.each([
  ["a.zip!cbcollect_info_n1_20240115-092233/couchbase.log", "", { time: "2024-01-15T09:22:33Z", holdsCaptures: true }],
  ["a.zip!cbcollect_info_n1_20240115-092233/ns_server.info.log", "", { holdsCaptures: false }],
  ["couchbase.log", heading, { holdsCaptures: true }],
])("%s is of cbcollect_info", (name, head, known) => {
  const attribution = attribute(name, head);
  expect(attribution).toMatchObject({ collector: "cbcollect_info", ...known });
  expect(attribution).not.toHaveProperty("host");
});

it.each([
  ["couchbase.log", "2024-01-15 started\n"],
  ["other.log", heading],
])("%s is not of cbcollect_info", (name, head) => {
  expect(attribute(name, head)).toBeUndefined();
});
