/** What a name may hold to stand in a command between single quotes: no quote, wildcard or other sign that PowerShell acts on. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{N} ._#()+/@-]{0,79}$/u;

/** PowerShell cuts names that do not fit into its tables. */
const cutName = /(?:\.\.|…)$/;

const address = /^[\dA-F]{2}(?:[:-][\dA-F]{2}){5}$/i;

/** Stands for the name of an adapter, where a rule speaks of none in particular or its name can't stand in a command. */
export const ANY_ADAPTER = "-Name NAME";

/**
 * The argument that selects an adapter in a cmdlet, by its name as captured; by what its driver calls it where the name of
 * the connection is not known.
 */
export function adapterArgument({
  name,
  description,
}: {
  readonly name: string;
  readonly description?: string;
}): string {
  if (name !== description && isPlain(name)) return `-Name '${name}'`;
  return description !== undefined && isPlain(description) ? `-InterfaceDescription '${description}'` : ANY_ADAPTER;
}

function isPlain(name: string): boolean {
  return plainName.test(name) && !cutName.test(name) && !address.test(name) && name.trim() === name;
}
