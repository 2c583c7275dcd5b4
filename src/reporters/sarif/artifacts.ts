import type { EvidencePlace, SourceReport } from "../../report/index.ts";
import type { SarifArtifact, SarifLocation } from "./types.ts";

/** The sources of a report as artifacts, and places in them. */
export interface Artifacts {
  readonly list: readonly SarifArtifact[];
  readonly locationOf: (place: EvidencePlace, column?: number) => SarifLocation;
}

/** A member of an archive stands behind its archive's name. */
const MEMBER = /^(.+?\.(?:zip|cab|7z|tar|tgz|tar\.gz|gz))!(.+)$/is;

/** Makes artifacts of sources; archives that are only named by their members get one as well. */
export function artifactsOf(sources: readonly SourceReport[]): Artifacts {
  const list: SarifArtifact[] = [];
  const indices = new Map<string, number>();
  const byName = new Map(sources.map((source) => [source.name, source]));

  function indexOf(name: string): number {
    const known = indices.get(name);
    if (known !== undefined) return known;
    const [, archive, member] = MEMBER.exec(name) ?? [];
    const parentIndex = archive === undefined ? undefined : indexOf(archive);
    const index = list.length;
    list.push({
      location: { uri: uriOf(member ?? name) },
      ...(parentIndex !== undefined && { parentIndex }),
      ...factsOf(byName.get(name)),
    });
    indices.set(name, index);
    return index;
  }

  for (const { name } of sources) indexOf(name);
  return {
    list,
    locationOf({ source, line, text }, column) {
      const index = indices.get(source);
      const uri = list[index ?? -1]?.location.uri ?? uriOf(source);
      return {
        physicalLocation: {
          artifactLocation: { uri, ...(index !== undefined && { index }) },
          region: {
            startLine: Math.max(1, line),
            ...(column !== undefined && { startColumn: Math.max(1, column) }),
            ...(text !== "" && { snippet: { text } }),
          },
        },
      };
    },
  };
}

/** A path as a reference that is valid whatever is in it: absolute ones as file URIs, others relative. */
export function uriOf(path: string): string {
  const slashed = path.replace(/\p{Cs}/gu, "\ufffd").replaceAll("\\", "/");
  const encoded = slashed.split("/").map(encodeURIComponent).join("/");
  if (/^[a-z]:\//i.test(slashed)) return `file:///${slashed.slice(0, 2)}${encoded.slice("C%3A".length)}`;
  if (slashed.startsWith("//")) return `file:${encoded}`;
  return slashed.startsWith("/") ? `file://${encoded}` : encoded;
}

function factsOf(source: SourceReport | undefined): Omit<SarifArtifact, "location" | "parentIndex"> {
  if (source === undefined) return {};
  const [encoding, ...others] = source.encodings;
  const isOne = encoding !== undefined && others.length === 0;
  // Of what was not read to its end, the bytes that were are not how long it is.
  const isWhole = source.lines > 0 && (source.status === "ok" || source.status === "skipped");
  return { ...(isWhole && { length: source.bytes }), ...(isOne && { encoding }), roles: ["analysisTarget"] };
}
