import { otherHex } from "./addresses.ts";
import { circle, type Secret } from "./secret.ts";

/** Identifiers of Windows itself: the classes of network adapters. */
const publicGuids: ReadonlySet<string> = new Set([
  "4d36e972-e325-11ce-bfc1-08002be10318",
  "ad498944-762f-11d0-8dca-00c04fc3358c",
  "cac88484-7515-4c03-82e6-71a87abac361",
]);

/** A GUID without braces for another one. */
export function otherGuid(guid: string, secret: Secret): string {
  if (publicGuids.has(guid.toLowerCase()) || /^[0-]+$/.test(guid)) return guid;
  return withHex(guid, otherHex(guid.replaceAll("-", ""), "", "guid", secret));
}

/** Pairs of digits that name the maker of an adapter. */
const MAKER = 6;
/** Of an address that somebody chose, only its first pairs mean something: those of load balancing hold an address of IPv4. */
const CHOSEN = 4;

/**
 * An address of an adapter for another one, with whatever signs between its digits. The maker stays; of longer ones,
 * which hold an address behind the type of hardware and a time, their first four pairs.
 */
export function otherMac(mac: string, secret: Secret): string {
  const digits = mac.replaceAll(/[^\da-f]/gi, "");
  if (/^0+(?:e0)?$/i.test(digits) || /^f+$/i.test(digits)) return mac;
  const isChosen = (Number.parseInt(digits.slice(0, 2), 16) & 2) !== 0;
  const stay = digits.length > 12 ? 8 : isChosen ? CHOSEN : MAKER;
  const rest = otherHex(digits.slice(stay), digits.slice(0, stay), "mac", secret);
  return withHex(mac, digits.slice(0, stay) + rest);
}

/** The number of an account in Windows' own range, as 500 of the administrator. */
const WELL_KNOWN = 1000;

/** An identifier of security for another one; those of Windows itself, and the numbers of its own accounts, stay. */
export function otherSid(sid: string, secret: Secret): string {
  if (!/^S-1-(?:5-21|5-80|5-82|12)-/i.test(sid)) return sid;
  const parts = sid.split("-");
  const last = parts.length - 1;
  return parts
    .map((part, at) => {
      const isOwn = at > 3 && !(at === last && Number(part) < WELL_KNOWN);
      return isOwn ? otherDigits(part, parts.slice(0, at).join("-"), secret) : part;
    })
    .join("-");
}

/** Digits for others, as many. */
export function otherDigits(digits: string, before: string, secret: Secret): string {
  return [...digits]
    .map((digit, at) => circle(secret("digits", `${before}/${digits.slice(0, at)}`), 10)[Number(digit)] ?? 0)
    .join("");
}

/** The digits put in the places of those of a form, as upper or lower case as they were. */
function withHex(form: string, digits: string): string {
  const isUpper = /[A-F]/.test(form);
  let at = 0;
  return form.replaceAll(/[\da-f]/gi, () => {
    const digit = digits[at] ?? "0";
    at += 1;
    return isUpper ? digit.toUpperCase() : digit.toLowerCase();
  });
}
