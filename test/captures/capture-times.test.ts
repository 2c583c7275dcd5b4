import { describe, expect, it } from "vitest";
import { analyze } from "../../src/index.ts";
import { global, sourceOf, table } from "../support/comparisons.ts";

/** The times of the captures in a text, and the codes of what is said about it. */
async function timesIn(...texts: string[]) {
  const { hosts, diagnostics } = await analyze([sourceOf("log.txt", texts.join("\r\n"))]);
  return {
    times: hosts.flatMap(({ captures }) => captures.map(({ time }) => time)),
    codes: diagnostics.map(({ code }) => code),
  };
}

const DOUBT = "time-undecided";

describe("the time above a capture", () => {
  it.each([
    ["of echo %date% %time%", "C:\\>echo %date% %time%\r\nTue 03/05/2024  8:15:10.42", "2024-03-05T08:15:10.42"],
    [
      "of the same command line",
      "C:\\>echo %date% %time% & netstat -nt\r\nTue 03/05/2024  8:15:10.42",
      "2024-03-05T08:15:10.42",
    ],
    ["of date /t and time /t", "C:\\>date /t & time /t\r\nTue 03/05/2024 \r\n08:15 AM", "2024-03-05T08:15"],
    ["of time /t and date /t", "C:\\>time /t\r\n08:15 AM\r\nC:\\>date /t\r\n05.03.2024 ", "2024-03-05T08:15"],
    [
      "is not when SQL Server was built",
      "2024-03-05 08:15:10\r\nMicrosoft SQL Server 2014 - 12.0.2000.8 (X64)\r\n\tFeb 20 2014 20:04:26\r\n",
      "2024-03-05T08:15:10",
    ],
    ["of Get-Date", "PS C:\\> Get-Date\r\n\r\nDienstag, 5. März 2024 08:15:10\r\n", "2024-03-05T08:15:10"],
    ["of a loop", "=== 2024-03-05 08:15:10 ===", "2024-03-05T08:15:10"],
    ["behind a label", "Local Time: 2024-03-05 08:15:10", "2024-03-05T08:15:10"],
    ["of a transcript", "Start time: 20240305081510", "2024-03-05T08:15:10"],
    ["with a day that was printed before", "2024-03-05\r\n\r\n-- 08:15:10 --", "2024-03-05T08:15:10"],
  ])("%s is its own", async (_, above, time) => {
    expect((await timesIn(above, "", table(1, 2))).times).toEqual([time]);
  });

  it("is that of all captures down to the next one", async () => {
    const later = "2024-03-05 09:00";
    expect((await timesIn("2024-03-05 08:15:10", global("enabled"), table(1, 2), later, table(1, 2))).times).toEqual([
      "2024-03-05T08:15:10",
      "2024-03-05T08:15:10",
      "2024-03-05T09:00",
    ]);
  });

  it("is not that of another host below", async () => {
    const { times } = await timesIn("2024-03-05 08:15:10", "=== SRV01 ===", table(1, 2), "=== SRV02 ===", table(1, 2));
    expect(times).toEqual(["2024-03-05T08:15:10", null]);
    const told = ["=== SRV01 ===", "2024-03-05 08:15", table(1, 2), "2024-03-05 08:16", "=== SRV02 ===", table(1, 2)];
    expect((await timesIn(...told)).times).toEqual(["2024-03-05T08:15", "2024-03-05T08:16"]);
  });

  it("may stand below it", async () => {
    const { times } = await timesIn(table(1, 2), "Netstat output above was taken at: 2024-03-05 08:15:10");
    expect(times).toEqual(["2024-03-05T08:15:10"]);
  });
});

describe("a time that may be of two days", () => {
  const stamp = "03/05/2024 08:15:10";
  const german = table(1, 2)
    .replace("Active Connections", "Aktive Verbindungen")
    .replace("Foreign Address", "Remoteadresse");

  it.each([
    ["an earlier time with a number over 12", [`02/13/2024 10:00`, table(1, 2), stamp], "2024-03-05T08:15:10"],
    [
      "an earlier time with a number over 12, the day first",
      [`13/02/2024 10:00`, table(1, 2), stamp],
      "2024-05-03T08:15:10",
    ],
    ["a weekday", [`Tue ${stamp}`], "2024-03-05T08:15:10"],
    [
      "systeminfo",
      [
        "Host Name:                 SRV01",
        "OS Name:                   Microsoft Windows Server 2008 R2 Enterprise ",
        "OS Version:                6.1.7601 Service Pack 1 Build 7601",
        "Original Install Date:     13/02/2012, 15:40:57",
        "System Type:               x64-based PC",
        "",
        stamp,
      ],
      "2024-05-03T08:15:10",
    ],
  ])("is told by %s", async (_, above, time) => {
    const { times, codes } = await timesIn(...above, "", table(1, 2));
    expect(times.at(-1)).toBe(time);
    expect(codes).not.toContain(DOUBT);
  });

  it("is told by a later one, in the order of the captures", async () => {
    const { times, codes } = await timesIn(stamp, table(1, 2), global("enabled"), "03/13/2024 08:15", table(2, 2));
    expect(times).toEqual(["2024-03-05T08:15:10", "2024-03-05T08:15:10", "2024-03-13T08:15"]);
    expect(codes).not.toContain(DOUBT);
  });

  it("is PowerShell's where the language has no slashes in its dates", async () => {
    expect((await timesIn(stamp, german)).times).toEqual(["2024-03-05T08:15:10"]);
  });

  it("is of the United States where no number has a nought and the clock has twelve hours", async () => {
    expect((await timesIn("3/5/2024 8:15:10 AM", table(1, 2))).times).toEqual(["2024-03-05T08:15:10"]);
  });

  it("is unknown otherwise, and that is said once", async () => {
    const { times, codes } = await timesIn(stamp, table(1, 2), "03/06/2024 08:15", table(1, 2));
    expect(times).toEqual([null, null]);
    expect(codes.filter((code) => code === DOUBT)).toHaveLength(1);
  });
});
