import type { Remark } from "../../text/index.ts";
import type { Limits } from "./archive.ts";

/** What a member is called in reports, and what is odd about the name it has in its archive. */
export interface Label {
  readonly text: string;
  /** None for a name like any other. */
  readonly remarks: readonly Remark[];
}

/** What could do harm, were the name taken for a path; said of the name when it is told. */
const ODDITIES: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  { pattern: /^[a-z]:/i, says: "names a drive" },
  { pattern: /^\/\//, says: "names another computer" },
  { pattern: /^\/(?!\/)/, says: "begins at the root of a drive" },
  { pattern: /(?:^|\/)\.\.(?:\/|$)/, says: "leads out of its folder" },
  {
    pattern: /(?:^|\/)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9])(?:[.:/]|$)/i,
    says: "names a device of Windows",
  },
  { pattern: /.[^/]:/, says: "has a colon, as streams within files have" },
  { pattern: /[^./: ][. ]{1,1024}(?:\/|$)/, says: "ends with a dot or a blank, which Windows would drop" },
];

/** Controls, and what turns the direction of text: on a screen they make a name look like another one. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * The label of a member. It is shown and compared with what collectors call their files, never made a path of: a name
 * that leads out of its folder keeps its `..`. `\` between folders is everyday business of Windows' own tools. `!` is
 * written `%21`, because in the names of sources it stands behind an archive.
 */
export function labelOf(name: string, nameBytes: number): Label {
  const slashed = name.replaceAll("\\", "/");
  const says = ODDITIES.filter(({ pattern }) => pattern.test(slashed.slice(0, nameBytes))).map((oddity) => oddity.says);
  const printable = slashed.replaceAll(UNPRINTABLE, "\ufffd");
  if (printable !== slashed) says.push("has control characters");
  const parts = printable.split("/").filter((part) => part !== "" && part !== ".");
  const whole = parts.join("/").replaceAll("!", "%21");
  const text = lastBytes(whole, nameBytes);
  if (text !== whole) says.push(`is longer than ${nameBytes} bytes`);
  if (text === "") return { text: "(no name)", remarks: [remarkOn(["is empty"], name)] };
  return { text, remarks: says.length === 0 ? [] : [remarkOn(says, name)] };
}

/** The label of a member that is the second or a later one of its name, as Windows compares names. */
export function twinOf({ text, remarks }: Label, count: number): Label {
  const message = `The archive holds several members of this name. This is number ${count}; each of them is read.`;
  // In front, because collectors know their files by how the name ends.
  return { text: `(${count})/${text}`, remarks: [...remarks, { code: "member-duplicate", message, excerpt: text }] };
}

function remarkOn(says: readonly string[], name: string): Remark {
  const message = `The name of this member ${says.join(", ")}. It is only shown: nothing is written under it.`;
  return { code: "member-name", message, excerpt: name.slice(0, 1024) };
}

/** The end of the text, which has the name of the file itself, in so many bytes of UTF-8. */
function lastBytes(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  let start = bytes.length - most + 3; // the ellipsis
  while (start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return `…${new TextDecoder().decode(bytes.subarray(start))}`;
}

/** The label of a member, told apart from earlier ones that are called the same or, as for Windows, nearly the same. */
export function uniqueLabel(name: string, seen: Map<string, number>, { nameBytes }: Pick<Limits, "nameBytes">): Label {
  const label = labelOf(name, nameBytes);
  const key = label.text.toLowerCase();
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? label : twinOf(label, count);
}
