import { expect, it } from "vitest";
import { timeInNames } from "../../../src/captures/collectors/time-in-names.ts";

it.each([
  ["netstat_20240305_081510.txt", "2024-03-05T08:15:10"],
  ["netstat-20240305-0815.txt", "2024-03-05T08:15:00"],
  ["20240305081510 netstat.txt", "2024-03-05T08:15:10"],
  ["netstat 2024-03-05 08.15.10.txt", "2024-03-05T08:15:10"],
  ["netstat_2024-03-05_08-15-10.txt", "2024-03-05T08:15:10"],
  ["netstat.2024-03-05T08:15:10Z.txt", "2024-03-05T08:15:10Z"],
  ["netstat_20240305T081510Z.txt", "2024-03-05T08:15:10Z"],
  ["netstat_20240305_0815_UTC.txt", "2024-03-05T08:15:00Z"],
  ["netstat_2024.03.05.1015.33.txt", "2024-03-05T10:15:33"],
  ["netstat-2024-03-05.txt", "2024-03-05"],
  ["SRV01/20240305_0815/netstat.txt", "2024-03-05T08:15:00"],
  ["20240305_0815/SRV01/netstat.txt", "2024-03-05T08:15:00"],
  ["20240304_1000/netstat_20240305_0815.txt", "2024-03-05T08:15:00"],
  ["20240305_0815/day 2024-03-06/netstat.txt", "2024-03-05T08:15:00"],
  ["2024-03-05/netstat.txt", undefined],
  ["support_20240305_0815.zip!netstat.txt", undefined],
  ["C:\\logs\\20240305_0815\\netstat.txt", "2024-03-05T08:15:00"],
  // No date, no calendar's date, no clock, two of them.
  ["netstat.txt", undefined],
  ["netstat_20241305_0815.txt", undefined],
  ["netstat_20240305_2515.txt", undefined],
  ["case 120240305.txt", undefined],
  ["build-20240305123.txt", undefined],
  ["202403050815.txt", "2024-03-05T08:15:00"],
  ["05032024_0815.txt", undefined],
  ["20240304-20240305.txt", undefined],
  [`${"20240305_0815_".repeat(50)}.txt`, undefined],
])("%s shows %s", (name, time) => {
  expect(timeInNames(name)).toBe(time);
});
