import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asksForHostName,
  isRule,
  isTellingName,
  readHeading,
  readHostHeading,
  readLabel,
  readPrompt,
} from "../../../grammar/markers/index.ts";
import { remoteCommand } from "../../../grammar/markers/remote-commands.ts";
import { dateOrderIn } from "../../../grammar/markers/times/order.ts";

const recognisers: readonly ((text: string) => unknown)[] = [
  asksForHostName,
  dateOrderIn,
  isRule,
  isTellingName,
  readHeading,
  readHostHeading,
  readLabel,
  readPrompt,
  remoteCommand,
];

/** What lines around captures are made of. */
const pieces = [
  ..."C:\\> PS [SRV01]: ]: > $ λ === --- *** ### | || >> => rc=0 CHANGED ok: changed: ( ) [ ] { } \" ' ` : :: = , ; . .. - _ @".split(
    " ",
  ),
  ..."netstat -nato netsh int tcp show global hostname psexec \\\\SRV01 winrs -r: ssh Get-NetAdapterRss -CimSession".split(
    " ",
  ),
  ..."03/05/2024 8:15:10.42 2024-03-05T08:15:10Z 20240305081510 Tue Dienstag 5. März 2024年3月5日 AM 下午 (UTC+1) 火".split(
    " ",
  ),
  ..."Server Host Computer-name before nach 変更前 SRV01 srv.example.com __proto__ constructor exited on TASK".split(
    " ",
  ),
  " ",
  "  ",
  "\t",
  "\u00a0",
  "\ud83d",
];

const line = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 24 })
  .map((parts) => parts.join("").replaceAll("\n", " "));

/** Texts on which an expression that goes back and forth takes hours. */
const hostile = [..." \t-=_*#~+|:<>[](){}\"'`.,;/\\@$>aA0é日"].flatMap((sign) => [
  sign.repeat(200_000),
  `${sign} `.repeat(100_000),
  `${sign}0`.repeat(100_000),
  `netstat ${sign.repeat(100_000)} x`,
  `C:\\${sign.repeat(100_000)}`,
  `PS ${`${sign}a`.repeat(100_000)}`,
  `${`2024${sign}03`.repeat(40_000)}`,
]);

describe("the recognisers of lines around captures", () => {
  it("take any line without a failure", () => {
    fc.assert(
      fc.property(line, (text) => {
        for (const recognise of recognisers) recognise(text);
      }),
    );
  });

  it("come to an end with any long line", () => {
    for (const text of hostile) for (const recognise of recognisers) recognise(text);
    // Just below the lengths from which on lines are not looked at.
    for (const text of hostile) for (const recognise of recognisers) recognise(text.slice(0, 300));
    expect(hostile.length).toBeGreaterThan(200);
  });
});
