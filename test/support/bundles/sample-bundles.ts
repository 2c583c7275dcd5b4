import { asArchive, type TestBundle } from "./bundle.ts";
import { exchangeLogCollector } from "./exchange-log-collector.ts";
import { psSdp } from "./ps-sdp.ts";
import { setupReport } from "./setup-report.ts";
import { outputs } from "./texts.ts";
import { variants } from "./variants.ts";
import { zipped } from "./zip.ts";

/** The bundles in `samples/bundles/`, each of which is a zip. */
const bundles: readonly TestBundle[] = [
  switchedOff(serverOf2008R2("2022-FDC1-F")),
  variants.together(
    "tss_240202-191840_CLU-N1_psSDP_Cluster",
    inUse(serverOf2008R2("CLU-N1")),
    switchedOff(serverOf2008R2("CLU-N2")),
  ),
  setupReport({ host: "DE-FILES01", language: "de-DE" }),
  exchangeLogCollector({ host: "EX01", language: "en-US" }),
];

/** The bytes of each of them, by the name of its file. They are the same whenever and wherever they are made. */
export async function sampleBundles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const bundle of bundles) files.set(`${bundle.name}.zip`, await asArchive(bundle, zipped));
  return files;
}

/** A pack without what only later versions of Windows print. */
function serverOf2008R2(host: string): TestBundle {
  const pack = psSdp({ host, language: "en-US" });
  const files = pack.files.filter(({ path }) => !path.includes("pscmdlets"));
  return edited({ ...pack, files }, [[outputs.netDmaStats(), ""]]);
}

/** Chimney is automatic: what `show chimneystats` prints then was never published, so there is nothing. */
function inUse(bundle: TestBundle): TestBundle {
  return edited(bundle, [[outputs.chimneyStats("en-US"), ""]]);
}

/** Somebody has disabled Chimney: every place that tells of it says so. */
function switchedOff(bundle: TestBundle): TestBundle {
  return edited(bundle, [
    ["Chimney Offload State               : automatic", "Chimney Offload State               : disabled"],
    ["EnableTCPChimney    REG_DWORD    0x2", "EnableTCPChimney    REG_DWORD    0x0"],
    ["\tOffloaded   ", "\tInHost      "],
  ]);
}

function edited(bundle: TestBundle, edits: readonly (readonly [printed: string, instead: string])[]): TestBundle {
  const files = bundle.files.map((file) => {
    if (!("text" in file)) return file;
    return { ...file, text: edits.reduce((text, [printed, instead]) => text.replaceAll(printed, instead), file.text) };
  });
  return { ...bundle, files };
}
