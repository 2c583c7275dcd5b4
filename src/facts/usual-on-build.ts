import { defaultOf } from "./defaults.ts";
import type { OsBand } from "./os-bands.ts";

/** Builds from which on, and up to which, captures show one value where those of the band show two. */
const FIRST_NEWER_BUILD = 20_348;
const LAST_OLDER_BUILD = 17_763;

/** The value that captures of a build show where those of its band show an older and a newer one; undefined between. */
export function usualOnBuild(
  setting: "initialRto" | "maxSynRetransmissions",
  band: OsBand,
  version: string | undefined,
): number | undefined {
  const values = defaultOf(setting, band)?.values ?? [];
  const [older, newer = older] = values.map(Number);
  if (older === newer) return older;
  const build = Number(/^10\.0\.(\d+)/.exec(version ?? "")?.[1]);
  if (build >= FIRST_NEWER_BUILD) return newer;
  return build <= LAST_OLDER_BUILD ? older : undefined;
}
