import {
  nameOfVersion,
  plainName,
  productOfName,
  productOfVersion,
  type WindowsProduct,
} from "../../facts/windows-names.ts";
import { type Evidence, type Fact, placeIn } from "./evidence.ts";
import { capturesOf, type KeptCaptures } from "./kept.ts";

type VersionFacts = Pick<Partial<Evidence>, "osBuild" | "osName" | "osProduct" | "osEdition" | "osServicePack">;

/** The version of Windows and its product as captured: each from the latest capture that prints it. */
export function versionFacts(kept: KeptCaptures): VersionFacts {
  const osBuild = latestOf(kept, "version");
  const printed = latestOf(kept, "osName");
  const osProduct = productFact(kept, printed, osBuild);
  const osName = nameFact(printed, osProduct?.value, osBuild);
  const osEdition = latestOf(kept, "edition");
  const osServicePack = latestOf(kept, "servicePack");
  return {
    ...(osBuild !== undefined && { osBuild }),
    ...(osName !== undefined && { osName }),
    ...(osProduct !== undefined && { osProduct }),
    ...(osEdition !== undefined && { osEdition }),
    ...(osServicePack !== undefined && { osServicePack }),
  };
}

function latestOf(
  kept: KeptCaptures,
  asked: "version" | "osName" | "edition" | "productType" | "servicePack",
): Fact<string> | undefined {
  for (const capture of capturesOf(kept, "systemInfo").toReversed()) {
    const record = capture.records.find(({ name }) => name === asked);
    if (record !== undefined) return { value: record.value, at: [placeIn(capture, record)] };
  }
  return undefined;
}

/** The name says it best; where there is none the type of the product, the edition, and a build that only one has. */
function productFact(
  kept: KeptCaptures,
  name: Fact<string> | undefined,
  build: Fact<string> | undefined,
): Fact<WindowsProduct> | undefined {
  const type = latestOf(kept, "productType");
  const edition = latestOf(kept, "edition");
  const said: readonly (Fact<WindowsProduct | undefined> | undefined)[] = [
    name && { value: productOfName(name.value), at: name.at },
    type && { value: type.value === "server" ? "server" : "client", at: type.at },
    edition && { value: /^Server/i.test(edition.value) ? "server" : undefined, at: edition.at },
    build && { value: productOfVersion(build.value), at: build.at },
  ];
  const [found] = said.flatMap((fact) => (fact?.value === undefined ? [] : [{ value: fact.value, at: fact.at }]));
  return found;
}

function nameFact(
  printed: Fact<string> | undefined,
  product: WindowsProduct | undefined,
  build: Fact<string> | undefined,
): Fact<string> | undefined {
  if (printed !== undefined) return { value: plainName(printed.value, build?.value), at: printed.at };
  const name = build === undefined ? undefined : nameOfVersion(build.value, product);
  return build === undefined || name === undefined ? undefined : { value: name, at: build.at };
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
