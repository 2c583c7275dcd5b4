import type { TestBundle } from "../support/bundles/bundle.ts";
import { cbcollect } from "../support/bundles/cbcollect.ts";
import { clusterInfo } from "../support/bundles/cluster-info.ts";
import { encode } from "../support/bundles/encode.ts";
import { exchangeLogCollector } from "../support/bundles/exchange-log-collector.ts";
import { getNetView } from "../support/bundles/get-netview.ts";
import { mdct } from "../support/bundles/mdct.ts";
import { psSdp } from "../support/bundles/ps-sdp.ts";
import { sddc } from "../support/bundles/sddc.ts";
import { sdpClassic } from "../support/bundles/sdp-classic.ts";
import { setupReport } from "../support/bundles/setup-report.ts";
import { sqlTrace } from "../support/bundles/sql-check.ts";
import { tcpIpInfo } from "../support/bundles/tcp-ip-info.ts";
import { tss } from "../support/bundles/tss.ts";
import type { Sample } from "./corpus.ts";

const english = { host: "WEB01", language: "en-US" } as const;
const german = { host: "DE-FILES01", language: "de-DE" } as const;

const bundles: readonly TestBundle[] = [
  ...[psSdp, tss, tcpIpInfo, setupReport, exchangeLogCollector, getNetView, mdct, cbcollect, sqlTrace, sdpClassic].map(
    (collected) => collected(english),
  ),
  ...[psSdp, tss, setupReport].map((collected) => collected(german)),
  ...[sddc, clusterInfo].map((collected) => collected(english, german)),
];

/** Files as collectors leave them behind, under the names that they have in an archive. */
export const collected: readonly Sample[] = bundles.flatMap((bundle) => filesIn(bundle, `${bundle.name}.zip!`));

function filesIn({ files }: TestBundle, around: string): readonly Sample[] {
  return files.flatMap((file): readonly Sample[] => {
    const path = `${around}${file.path}`;
    if ("inner" in file) return filesIn(file.inner, `${path}!`);
    return [{ path, bytes: "text" in file ? encode(file.text, file.encoding) : file.bytes }];
  });
}
