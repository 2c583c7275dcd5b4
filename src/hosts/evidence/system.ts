import { type Evidence, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

/** The version of Windows as captured, such as 6.1.7601: that of the latest capture that prints one. */
export function versionFact(kept: KeptCaptures): Pick<Partial<Evidence>, "osBuild"> {
  for (const capture of capturesOf(kept, "systemInfo").toReversed()) {
    const version = capture.records.find(({ name }) => name === "version");
    if (version !== undefined) return { osBuild: { value: version.value, at: [placeIn(capture, version)] } };
  }
  return {};
}

/**
 * Hotfixes of all captures together; missing when no whole list was captured, which is not the same as an empty one. A
 * hotfix that only a partial list shows is there all the same.
 */
export function hotfixFact(kept: KeptCaptures): Pick<Partial<Evidence>, "hotfixes"> {
  const captures = capturesOf(kept, "systemInfo");
  const lists = captures.filter(({ traits }) => traits.listsHotfixes);
  if (lists.length === 0) return {};
  const found = captures.flatMap((capture) =>
    capture.records.flatMap((record) =>
      record.name === "hotfix" ? [{ name: record.value, at: placeIn(capture, record) }] : [],
    ),
  );
  const places = lists.map((list) => placeIn(list, list));
  return {
    hotfixes: {
      value: [...new Set(found.map(({ name }) => name))],
      at: found.length > 0 ? found.map(({ at }) => at) : places,
    },
  };
}
