/** One name in the spellings that files, constants and cmdlets have. */
export interface Names {
  /** As it was given. */
  readonly given: string;
  /** net-adapter-rsc */
  readonly kebab: string;
  /** netAdapterRsc */
  readonly camel: string;
  /** NetAdapterRsc */
  readonly pascal: string;
}

/** Spells a name that was given in any of these ways, or as a cmdlet: Get-NetAdapterRsc. */
export function namesOf(given: string): Names {
  const words = given
    .replace(/^get-/i, "")
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_ ]+/);
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return { given, kebab: words.join("-"), camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), pascal };
}

/** The names of a display language: its tag is the file's, and the constant is the tag without the hyphen. */
export function namesOfLocale(tag: string): Names {
  const camel = tag.replaceAll("-", "");
  return { given: tag, kebab: tag, camel, pascal: camel };
}
