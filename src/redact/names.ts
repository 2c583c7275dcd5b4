import { isAddress, NETBIOS_LENGTH } from "../captures/index.ts";
import { isPublic } from "./vocabulary.ts";

/** Names that captures are known to hold: of hosts, first of all. They are replaced whatever words they are made of. */
export interface KnownNames {
  /** In lower case, whole. */
  readonly names: ReadonlySet<string>;
  /** Those that are a word of Windows: replaced only where a name has to stand. */
  readonly ordinary: ReadonlySet<string>;
}

export interface NameList {
  readonly add: (name: string) => void;
  readonly known: () => KnownNames;
}

/** Names of no host of anybody. */
const NO_NAMES: ReadonlySet<string> = new Set(["localhost", "stdin", "paste", "*", "?"]);
const LONGEST = 255;
const MOST = 1_000_000;

/** Collects names while sources go by, with the forms that Windows makes of them: the first label, the first fifteen signs. */
export function nameList(): NameList {
  const all = new Set<string>();
  const take = (name: string) => {
    if (name.length > 1 && !NO_NAMES.has(name) && !/^\d+$/.test(name) && all.size < MOST) all.add(name);
  };
  return {
    add: (printed) => {
      const name = printed.trim().toLowerCase();
      if (name.length > LONGEST || isAddress(name)) return;
      const label = name.split(".", 1)[0] ?? name;
      for (const form of [name, label, label.slice(0, NETBIOS_LENGTH)]) take(form);
    },
    known: () => {
      const names = [...all];
      const isOrdinary = (name: string) => !/[._-]/.test(name) && isPublic(name);
      return {
        names: new Set(names.filter((name) => !isOrdinary(name))),
        ordinary: new Set(names.filter(isOrdinary)),
      };
    },
  };
}
