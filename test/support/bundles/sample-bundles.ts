import { asArchive, type TestBundle } from "./bundle.ts";
import { exchangeLogCollector } from "./exchange-log-collector.ts";
import { psSdp } from "./ps-sdp.ts";
import { setupReport } from "./setup-report.ts";
import { outputs } from "./texts.ts";
import { tss } from "./tss.ts";
import { variants } from "./variants.ts";
import { zipped } from "./zip.ts";

/** The bundles in `samples/bundles/`, each of which is a zip. */
const bundles: readonly TestBundle[] = [
  switchedOff(addressed(serverOf2008R2("2022-FDC1-F"), 21)),
  variants.together(
    "tss_240202-191840_CLU-N1_psSDP_Cluster",
    inUse(node(addressed(serverOf2008R2("CLU-N1"), 22))),
    switchedOff(node(addressed(serverOf2008R2("CLU-N2"), 23))),
  ),
  addressed(setupReport({ host: "DE-FILES01", language: "de-DE" }), 24),
  addressed(exchangeLogCollector({ host: "EX01", language: "en-US" }), 25),
  reproduced(addressed(tss({ host: "APP-07", language: "en-US" }), 26)),
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

/** With addresses of its own, so that no two hosts have the same connections. */
function addressed(bundle: TestBundle, last: number): TestBundle {
  return edited(bundle, [
    ["192.0.2.20", `192.0.2.${last}`],
    ["2001:db8::20", `2001:db8::${last}`],
  ]);
}

/** Before the problem was reproduced nothing was offloaded; the SDP at the end is left out. */
function reproduced({ name, files }: TestBundle): TestBundle {
  // Its logs name another version of Windows than its settings are of.
  const own = files.filter((file) => !("inner" in file) && !file.path.endsWith("OSVersion-Build.txt"));
  const isBefore = ({ path }: { readonly path: string }) => path.includes("_Start_");
  const before = edited({ name, files: own.filter(isBefore) }, [["\tOffloaded   ", "\tInHost      "]]);
  return { name, files: [...before.files, ...own.filter((file) => !isBefore(file))] };
}

/** A node of a failover cluster: its list of services has the Cluster service. */
function node(bundle: TestBundle): TestBundle {
  const service = (name: string, title: string) => `SERVICE_NAME: ${name}\r\nDISPLAY_NAME: ${title}\r\n`;
  const policyAgent = service("PolicyAgent", "IPsec Policy Agent");
  const state =
    "        TYPE               : 10  WIN32_OWN_PROCESS  \r\n        STATE              : 4  RUNNING \r\n\r\n";
  return edited(bundle, [[policyAgent, service("ClusSvc", "Cluster Service") + state + policyAgent]]);
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
