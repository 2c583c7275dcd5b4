/** A package that does not come with this one and is not there; the message says what to install. */
export class MissingPackage extends Error {}

/** What Node says of a package that is not there: to `import`, and to `require`, which the built command calls. */
const notFound: ReadonlySet<unknown> = new Set(["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"]);

/** What `load` imports. Throws a MissingPackage where one of the packages is not installed; `user` is what needs them. */
export async function optionalPackage<T>(
  user: string,
  packages: readonly string[],
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && notFound.has(error.code))) throw error;
    throw new MissingPackage(`${user} ${needOf(packages)}`, { cause: error });
  }
}

/** The end of the sentence that asks for packages. */
export function needOf(packages: readonly string[]): string {
  const several = packages.length === 1 ? "" : "s";
  const names = packages.map((name) => name.replace(/@\d+$/, "")).join(", ");
  return `needs the package${several} ${names}: npm install ${packages.join(" ")} (with -g if chimneysweep was)`;
}
