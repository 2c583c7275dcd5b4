import P from "parsimmon";
import { fits, line, type PrintedLine } from "../../contract/lines.ts";
import { blanks, colon, hostName, rest, token } from "../../lexicon/lexemes.ts";
import { factsOf, releasedVersion, type StatedFact, short, versionFacts, where, windowsVersion } from "./facts.ts";

type FactLine = PrintedLine<"fact", readonly StatedFact[]>;

interface Spec {
  banner: FactLine;
  copyright: PrintedLine<"copyright", string>;
  aboutWindows10: FactLine;
  aboutWindows: FactLine;
  machine: FactLine;
  versionString: FactLine;
  osVersion: FactLine;
  sqlServer: FactLine;
}

const product = token(/Microsoft Windows[^[\]\n]{0,40}\[/i).desc("Microsoft Windows [");
const anyWord = token(/[^\]\d\n]{0,30}/);
const osBuild = token(/\(OS Build[ \t]/i).desc("(OS Build");
const about = token(/Version[ \t]/i).desc("Version");
const releaseName = token(/\w{4}[ \t]?/);
const build = token(/\d{5}/);
const revision = token(/(?:\.\d{1,6})?/);
const branch = token(/(?:\.[\w.-]{1,60})? ?/);
const anyServicePack = token(/(?:: Service Pack \d{1,2})?/i);
const closing = P.string(")").desc(")");

const label = token(/[^(:：\n]{1,40}/).desc("a label");
const beforeName = token(/[ \t]{1,8}\(/);
/** What .NET calls the operating system. */
const ntVersion = P.seqMap(
  token(/Microsoft Windows (?:NT )?/i).desc("Microsoft Windows NT"),
  windowsVersion,
  token(/(?: Service Pack \d{1,2})?/i),
  (_, version, pack) => versionFacts(version, pack),
);

/** Up to what SQL Server says last: on which Windows it runs. */
const edition = token(/(?:(?! on Windows )[^\n]){0,400} on /);
const runsOn = token(/Windows (?:(?!\d{1,2}\.\d)[^<>(\n]){1,60}/);
const platform = token(/ (?:<X\d\d> ?)?\(Build /i);
const plainNt = token(/Windows NT */);
const win32 = token(/Win32NT[ \t]{1,40}(?:Service Pack \d{1,2}[ \t]{1,40})?[\d.]{7,24}[ \t]{1,40}/);

/** Single lines that state the version of Windows in the same way in every language. */
export const versions = P.createLanguage<Spec>({
  // Microsoft Windows [Version 6.1.7601]
  banner: () =>
    line(
      "fact",
      "record",
      short(product.then(anyWord).then(windowsVersion).skip(P.string("]"))).map((own) => versionFacts(own, "")),
    ),

  // Copyright (c) 2009 Microsoft Corporation.  All rights reserved.
  copyright: () =>
    line("copyright", "message", short(P.regexp(/(?:Copyright[ \t]*)?(?:\(c\)|©)[^\n]{0,30}\bMicrosoft Corp[^\n]*/i))),

  // Version 1607 (OS Build 14393.4583)
  aboutWindows10: () =>
    line(
      "fact",
      "record",
      // Builds with five digits that are not written out are of Windows 10 or later, which all call themselves 10.0.
      short(P.seq(about, releaseName, osBuild))
        .then(build)
        .skip(revision)
        .skip(closing)
        .map((own) => versionFacts({ release: "10.0", build: own }, "")),
    ),

  // Version 6.1 (Build 7601: Service Pack 1)
  aboutWindows: () =>
    line(
      "fact",
      "record",
      short(about).then(
        P.seqMap(releasedVersion(P.string(" (Build ")), branch, anyServicePack, closing, (own, _, pack) =>
          versionFacts(own, pack),
        ),
      ),
    ),

  // Machine: APP-17 (Microsoft Windows NT 6.1.7601 Service Pack 1)
  machine: () =>
    line(
      "fact",
      "record",
      short(label).then(
        P.seqMap(colon.then(blanks).then(hostName), beforeName, ntVersion, closing, (host, _, facts) => [
          ...factsOf("hostName", host),
          ...facts,
        ]),
      ),
    ),

  // Microsoft Windows NT 6.1.7601 Service Pack 1
  // OS: Microsoft Windows 10.0.19045
  versionString: () => line("fact", "record", short(P.regexp(/(?:OS: )?/).then(ntVersion))),

  // Win32NT Service Pack 1 6.1.7601.65536 Microsoft Windows NT 6.1.7601 Service Pack 1
  osVersion: () => line("fact", "record", short(win32.then(ntVersion))),

  // Standard Edition (64-bit) on Windows NT 6.3 <X64> (Build 9600: ) (Hypervisor)
  // Enterprise Edition (64-bit) on Windows Server 2016 Standard 10.0 <X64> (Build 14393: )
  sqlServer: () =>
    line(
      "fact",
      "record",
      short(edition).then(
        P.seqMap(runsOn, releasedVersion(platform), anyServicePack, rest, (name, own, pack) => [
          ...(fits(plainNt, name) ? [] : factsOf("osName", `Microsoft ${name.trim()}`)),
          ...versionFacts(own, pack),
        ]),
      ),
    ),
});

/** Any of the lines. */
export const versionLine: P.Parser<FactLine> = where(
  /Microsoft Windows|Build \d/i,
  P.alt(
    versions.banner,
    versions.aboutWindows10,
    versions.aboutWindows,
    versions.machine,
    versions.versionString,
    versions.osVersion,
    versions.sqlServer,
  ),
);
