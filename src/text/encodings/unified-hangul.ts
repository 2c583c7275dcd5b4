/**
 * Code page 949 as Windows has it. Beside the 2,350 syllables of KS X 1001 it has all others, in their order, at the codes
 * which that leaves free; browsers know them, and Node's decoder does not.
 */

const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
const FIRST_LEAD = 0x81;
/** From this lead on, codes with a trail of at least as much are those of KS X 1001. */
const STANDARD = 0xa1;
const LAST_LEAD = 0xc6;

/** What Node's decoder makes of what the standard leaves undefined: also the controls of the same number. */
const UNDEFINED = /[\ufffd\x80-\x9f]/;

let decoder: TextDecoder | undefined;

function standard(): TextDecoder {
  decoder ??= new TextDecoder("euc-kr", { ignoreBOM: true });
  return decoder;
}

/** The decoder of the page: U+FFFD for what it leaves undefined. Throws where the engine does not know the standard. */
export function hangulDecoder(): (bytes: Uint8Array) => string {
  standard();
  return (bytes) => {
    const text = standard().decode(bytes);
    return UNDEFINED.test(text) ? byCodes(bytes) : text;
  };
}

function byCodes(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1];
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const sign = trail === undefined ? undefined : signOf(lead, trail);
    text += sign ?? "\ufffd";
    // A byte of ASCII behind half a sign is its own.
    if (sign !== undefined || (isLead(lead) && (trail ?? 0) >= 0x80)) at += 1;
  }
  return text;
}

function isLead(byte: number): boolean {
  return byte >= FIRST_LEAD && byte <= 0xfe;
}

function signOf(lead: number, trail: number): string | undefined {
  if (lead >= STANDARD && trail >= STANDARD) {
    const sign = standard().decode(Uint8Array.of(lead, trail));
    return UNDEFINED.test(sign) ? undefined : sign;
  }
  const column = columnOf(trail);
  if (lead < FIRST_LEAD || lead > LAST_LEAD || column === undefined) return undefined;
  const free = lead < STANDARD ? (lead - FIRST_LEAD) * ALL_TRAILS : BEFORE_STANDARD + (lead - STANDARD) * FREE_TRAILS;
  return otherSyllables()[free + column];
}

const ALL_TRAILS = 178;
const FREE_TRAILS = 84;
const BEFORE_STANDARD = (STANDARD - FIRST_LEAD) * ALL_TRAILS;

/** Trails are the letters of ASCII, and all bytes from 0x81 on. */
function columnOf(trail: number): number | undefined {
  if (trail >= 0x41 && trail <= 0x5a) return trail - 0x41;
  if (trail >= 0x61 && trail <= 0x7a) return trail - 0x61 + 26;
  return trail >= 0x81 && trail <= 0xfe ? trail - 0x81 + 52 : undefined;
}

let others: readonly string[] | undefined;

/** The syllables that KS X 1001 lacks, which are all that follow one another but its own. */
function otherSyllables(): readonly string[] {
  if (others !== undefined) return others;
  const own = new Set<string>();
  for (let lead = 0xb0; lead <= 0xc8; lead += 1) {
    for (let trail = STANDARD; trail <= 0xfe; trail += 1) own.add(standard().decode(Uint8Array.of(lead, trail)));
  }
  const all = Array.from({ length: SYLLABLES }, (_, at) => String.fromCharCode(FIRST_SYLLABLE + at));
  others = all.filter((syllable) => !own.has(syllable));
  return others;
}
