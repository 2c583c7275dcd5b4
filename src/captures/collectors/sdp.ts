import type { Attribution, Collector } from "./collector.ts";
import { sdpAttribution, sdpHost } from "./sdp-pack.ts";

/** Names that MSRD-Collect gives too: by themselves they are of neither for sure. */
const shared = /_(?:Hotfixes\.txt|msinfo32\.nfo)$/i;

/** Microsoft's SDP where neither the file nor what is around it tells the version: files about the system, mostly. */
export const sdp: Collector = {
  name: "SDP",
  attribute: (path): Attribution | undefined => {
    const host = shared.test(path.file) ? undefined : sdpHost(path.file);
    return host === undefined ? undefined : sdpAttribution(sdp.name, path, host);
  },
};
