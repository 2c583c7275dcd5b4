import { expect, it } from "vitest";
import { netAdapterRsc } from "../../../grammar/kinds/net-adapter-rsc.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { segmentOf } from "../../support/readings.ts";

const HEADING = "Name        IPv4Enabled  IPv6Enabled  IPv4Operational IPv6Operational IPv4FailureReason IPv6Failure";

const list = `Name                 : Ethernet 2
IPv4Enabled          : True
IPv4OperationalState : False
IPv4FailureReason    : WFPCompatibility
`;

const table = `${HEADING}
                                      State           State                             Reason
----        -----------  -----------  --------------- --------------- ----------------- ------------
Ethernet 2  True         False        True            False           NoFailure         Capability
`;

const narrow = `Name        IPv4Enabled  IPv6Enabled  IPv4Operational IPv6Operational
                                      State           State
----        -----------  -----------  --------------- ---------------
Ethernet 2  True         True         False           True
`;

it.each([
  [
    "a list",
    list,
    [
      "2 Ethernet 2: IPv4Enabled = True",
      "3 Ethernet 2: IPv4OperationalState = False",
      "4 Ethernet 2: IPv4FailureReason = WFPCompatibility",
    ],
  ],
  [
    "a table, titles on two lines",
    table,
    [
      "4 Ethernet 2: IPv4Enabled = True",
      "4 Ethernet 2: IPv6Enabled = False",
      "4 Ethernet 2: IPv4OperationalState = True",
      "4 Ethernet 2: IPv6OperationalState = False",
      "4 Ethernet 2: IPv4FailureReason = NoFailure",
      "4 Ethernet 2: IPv6FailureReason = Capability",
    ],
  ],
  [
    "a table without the columns that a narrow window has no room for",
    narrow,
    [
      "4 Ethernet 2: IPv4Enabled = True",
      "4 Ethernet 2: IPv6Enabled = True",
      "4 Ethernet 2: IPv4OperationalState = False",
      "4 Ethernet 2: IPv6OperationalState = True",
    ],
  ],
])("prints %s", (_, text, properties) => {
  expect(propertiesIn(netAdapterRsc.read(segmentOf(text), { command: null }))).toEqual(properties);
});

it.each([
  ["IPv4OperationalState : False", null, "record"],
  [HEADING, null, "heading"],
  ["Name  IPv4Enabled  IPv6Enabled  IPv4Operational", null, "heading"],
  // Get-NetAdapterLso prints these, too.
  ["IPv4Enabled : True", null, undefined],
  ["Name  IPv4Enabled  IPv6Enabled", null, undefined],
  ["IPv4Enabled : True", "Get-NetAdapterRsc", "record"],
  ["Name  IPv4Enabled  IPv6Enabled", "Get-NetAdapterRsc", "heading"],
  ["IPv4Enabled : True", "Get-NetAdapterLso", undefined],
])("%j after %j is a landmark: %s", (line, command, found) => {
  expect(netAdapterRsc.landmark(line, { command })).toBe(found);
});
