import { expect, it } from "vitest";
import { lbfoTeam } from "../../../grammar/kinds/lbfo-team.ts";
import { propertiesIn } from "../../support/adapters.ts";
import { segmentOf } from "../../support/readings.ts";

it.each([
  [
    "a list",
    "Name                   : Team1\nMembers                : {Eth 3, Eth 2}\nTeamingMode            : Lacp\nStatus                 : Up\n",
    ["2 Team1: Members = {Eth 3, Eth 2}", "3 Team1: TeamingMode = Lacp", "4 Team1: Status = Up"],
  ],
  [
    "a table",
    "Name   TeamingMode        Status\n----   -----------        ------\nTeam1  SwitchIndependent  Up\nTeam2  Lacp               Down\n",
    [
      "3 Team1: TeamingMode = SwitchIndependent",
      "3 Team1: Status = Up",
      "4 Team2: TeamingMode = Lacp",
      "4 Team2: Status = Down",
    ],
  ],
])("prints %s", (_what, text, properties) => {
  expect(propertiesIn(lbfoTeam.read(segmentOf(text), { command: null }))).toEqual(properties);
});

it.each([
  ["TeamingMode            : Static", "record"],
  ["Name  TeamingMode  Status", "heading"],
  ["Members : {a, b}", undefined],
])("%j is a landmark: %s", (line, found) => {
  expect(lbfoTeam.landmark(line, { command: null })).toBe(found);
});
