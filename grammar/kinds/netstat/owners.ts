import { locales } from "../../locales/index.ts";

const executable = /^[ \t]*\[([^\]\n]{1,260})\][ \t]*$/;
const refusals = locales.flatMap((locale) => locale.messages.noOwnership ?? []);

/** The executable that `-b` prints in brackets under its row; undefined for any other line. */
export function executableNamed(line: string): string | undefined {
  return executable.exec(line)?.[1];
}

/** True when the line says, where `-b` names the owner of a row, that it may not be told. */
export function isOwnershipRefusal(line: string): boolean {
  return refusals.some((refusal) => line.includes(refusal));
}
