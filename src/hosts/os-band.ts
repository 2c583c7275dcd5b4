import { fingerprintsOf } from "../facts/fingerprints.ts";
import type { OsBand } from "../facts/os-bands.ts";
import { statedBands, type WindowsProduct } from "../facts/windows-names.ts";
import type { ReportPlace } from "../summary/index.ts";
import { type OsReading, placeIn } from "./evidence/evidence.ts";
import { capturesOf, type KeptCaptures } from "./evidence/kept.ts";

/** The version of Windows, as far as it is known. */
export interface OsReport {
  readonly band: OsBand;
  /** Such as 6.1.7601; null where no capture prints it. */
  readonly build: string | null;
  /** As captured, or the only one that the build has: "Windows Server 2008 R2 Enterprise"; absent when neither tells. */
  readonly name?: string;
  /** Absent where a server and a client have the same build and nothing else was captured. */
  readonly product?: WindowsProduct;
  /** As captured: "ServerEnterprise". */
  readonly edition?: string;
  /** Its number, as captured. */
  readonly servicePack?: string;
  /** Version text in a capture, the lines that `show global` prints, or what the user declared. */
  readonly basis: "systemInfo" | "fingerprint" | "option";
  /** The lines that tell it; none for what was declared. */
  readonly at: readonly ReportPlace[];
}

/** The earliest version that has the command, or prints the line. */
export interface OsFloorReport extends Pick<OsReport, "band" | "at"> {
  readonly by: "command" | "line";
}

/**
 * What each kind of evidence says of the version of Windows, the one that counts first: captured version text, then the
 * lines that `show global` prints, then what the user declared. Several that differ are all there; a rule tells of it.
 */
export function osReadings(kept: KeptCaptures, declared: OsBand | undefined): readonly OsReading[] {
  const readings = [byVersion(kept), byFingerprint(kept)].filter((reading) => reading !== undefined);
  return declared === undefined ? readings : [...readings, { band: declared, basis: "option", at: [] }];
}

function byVersion(kept: KeptCaptures): OsReading | undefined {
  return capturesOf(kept, "systemInfo")
    .toReversed()
    .flatMap((capture) =>
      statedBands(capture.records).map(({ band, record }): OsReading => {
        return { band, basis: "systemInfo", at: [placeIn(capture, record)] };
      }),
    )
    .at(0);
}

/** Only where exactly one version prints such lines, and where the lines were known by their words. */
function byFingerprint(kept: KeptCaptures): OsReading | undefined {
  for (const capture of capturesOf(kept, "tcpGlobal").toReversed()) {
    if (capture.traits.byPosition) continue;
    const found = fingerprintsOf(capture);
    const bands = new Set(found.flatMap((fingerprint) => fingerprint.bands));
    const [band] = bands;
    if (band === undefined || bands.size > 1) continue;
    const telling = new Set<string>(found.flatMap((fingerprint) => fingerprint.telling));
    const lines = capture.records.filter(({ setting }) => setting !== null && telling.has(setting));
    return { band, basis: "fingerprint", at: lines.map((record) => placeIn(capture, record)) };
  }
  return undefined;
}
