import { otherIpv4, otherIpv6 } from "./addresses.ts";
import type { Secret } from "./secret.ts";

const OCTETS = 4;
const GROUPS = 8;

/** An address of IPv4 as it is written, for another one; undefined for what is none. What is masked in it stays so. */
export function otherIpv4Text(text: string, secret: Secret): string | undefined {
  const parts = text.split(/[.-]/);
  const separator = text.includes("-") ? "-" : ".";
  const octets = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  if (parts.length !== OCTETS || octets.some((octet) => octet > 255)) return undefined;
  const others = otherIpv4(octets, secret);
  return parts.map((part, at) => (/^\d+$/.test(part) ? String(others[at] ?? 0) : part)).join(separator);
}

/** An address of IPv6 as it is written, without zone and brackets, for another one of the same length; undefined for what is none. */
export function otherIpv6Text(text: string, secret: Secret): string | undefined {
  const tail = /(?<=:)\d{1,3}(?:\.\d{1,3}){3}$/.exec(text)?.[0];
  const head = tail === undefined ? text : `${text.slice(0, -tail.length)}0:0`;
  const groups = groupsOf(head);
  if (groups === undefined) return undefined;
  const other = written(head, otherIpv6(groups, secret));
  if (tail === undefined) return other;
  const mapped = otherIpv4Text(tail, secret);
  return mapped && `${other.slice(0, -"0:0".length)}${mapped}`;
}

/** The eight numbers of an address; undefined for what is none, as a clock is. */
function groupsOf(text: string): readonly number[] | undefined {
  const halves = text.split("::");
  const [before = [], behind = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const all = [...before, ...behind];
  if (halves.length > 2 || all.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return undefined;
  const missing = GROUPS - all.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const zeros = new Array<string>(missing).fill("0");
  return [...before, ...zeros, ...behind].map((group) => Number.parseInt(group, 16));
}

/** The groups in the form of an address that is written already: its zeros are where they were. */
function written(form: string, groups: readonly number[]): string {
  const isUpper = /[A-F]/.test(form);
  const behind = form.slice(form.indexOf("::") + 2);
  const shown = behind === "" ? 0 : behind.split(":").length;
  let at = 0;
  return form.replaceAll(/::|[\da-f]{1,4}/gi, (piece) => {
    if (piece === "::") {
      at = GROUPS - shown;
      return piece;
    }
    const group = (groups[at] ?? 0).toString(16).padStart(piece.length, "0");
    at += 1;
    return isUpper ? group.toUpperCase() : group;
  });
}
