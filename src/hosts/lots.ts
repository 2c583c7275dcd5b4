import type { SegmentText } from "../../grammar/index.ts";
import { type AnyCapture, isTable, type NameClaim } from "../captures/index.ts";
import type { ReadSnapshot } from "../summary/index.ts";
import { collect, emptyEvidence, type HostEvidence } from "./collect.ts";
import { settle } from "./evidence/index.ts";
import { grounds, isPrinted, type Lot, type Reason, shareNoAddress } from "./identity/index.ts";

/** Captures that are of one host for sure, folded into its evidence; of whom they are is decided when all are read. */
export interface HeldLot extends Lot {
  readonly named: Reason[];
  readonly kinds: Set<string>;
  readonly tableAddresses: Set<string>;
  readonly adapterAddresses: Set<string>;
  readonly versions: Set<string>;
  readonly apartFrom: Set<string>;
  readonly headings: NameClaim[];
  readonly above: NameClaim | null;
  readonly evidence: HostEvidence;
}

/** The captures of a run. Windows does not tell host names apart by case, so neither do the keys; names are untrusted. */
export interface HeldCaptures {
  /** By the name of the host, or by source where nothing names it; in the order in which they were read. */
  readonly lots: Map<string, HeldLot>;
  /** The latest nameless lot of each source: tables of other addresses begin another one. */
  readonly nameless: Map<string, HeldLot>;
  /** By source, the lot of its latest capture and the line that named that. */
  readonly latest: Map<string, { readonly lot: HeldLot; readonly namedAt: number | null }>;
  /** Sources whose first captures stand above every name. */
  readonly begunNameless: Set<string>;
  /** The lot of the latest table, whose rows are held until a table of another one comes. */
  holding: HeldLot | undefined;
}

/** Addresses of a lot that are looked at: enough to know it again. */
const MOST_ADDRESSES = 256;

export function emptyCaptures(): HeldCaptures {
  return { lots: new Map(), nameless: new Map(), latest: new Map(), begunNameless: new Set(), holding: undefined };
}

/** Lets all captures go: whoever has a host has what was captured of it. */
export function forgetCaptures(held: HeldCaptures): void {
  for (const lots of [held.lots, held.nameless, held.latest, held.begunNameless]) lots.clear();
  held.holding = undefined;
}

/** Folds a capture into the lot it is of, which it gives. */
export function addCapture(
  held: HeldCaptures,
  capture: AnyCapture,
  text: SegmentText,
  snapshot: ReadSnapshot | undefined,
): HeldLot {
  const addresses = snapshot?.localAddresses ?? [];
  const lot = lotOf(held, capture, new Set(addresses));
  held.latest.set(capture.source, { lot, namedAt: capture.named?.line ?? null });
  lot.kinds.add(capture.kind);
  addAll(lot.tableAddresses, addresses);
  addAll(lot.adapterAddresses, adapterAddresses(capture));
  addAll(lot.versions, versionsIn(capture));
  collect(lot.evidence, capture, text, snapshot);
  if (isTable(capture) && held.holding !== lot) {
    if (held.holding !== undefined) settle(held.holding.evidence.forRules);
    held.holding = lot;
  }
  return lot;
}

/** A lot across sources by its name: tables of one host that follow one another are compared row by row. */
function lotOf(held: HeldCaptures, capture: AnyCapture, addresses: ReadonlySet<string>): HeldLot {
  const reason = reasonFor(capture);
  if (reason === undefined) {
    if (!held.latest.has(capture.source)) held.begunNameless.add(capture.source);
    return namelessLot(held, capture, addresses, null);
  }
  const { source, line } = capture;
  const name = reason.claim.name.toUpperCase();
  const key = `named\n${name}`;
  const known = held.lots.get(key);
  if (known !== undefined && isElsewhere(held, capture, known, addresses)) {
    const lot = namelessLot(held, capture, addresses, reason.claim);
    if (addresses.size > 0) lot.apartFrom.add(name);
    return lot;
  }
  const before = held.nameless.get(source);
  if (before !== undefined && shareNoAddress(before.tableAddresses, addresses)) before.apartFrom.add(name);
  if (held.begunNameless.has(source) && isBelowOutput(capture, reason.claim)) {
    return namelessLot(held, capture, addresses, reason.claim);
  }
  const lot = known ?? newLot(held, key, source, line);
  // Sources come one after the other, each with few grounds.
  const latest = lot.named.slice(-grounds.length);
  if (!latest.some((told) => told.ground === reason.ground && told.source === source)) lot.named.push(reason);
  return lot;
}

/**
 * True where a name that stood above other captures as well can hardly be that of this one: its table shares no address
 * with theirs, or it follows such a table. What stands between may have been the heading of another host.
 */
function isElsewhere(
  { latest, nameless }: HeldCaptures,
  { source, line, named, headed }: AnyCapture,
  known: HeldLot,
  addresses: ReadonlySet<string>,
): boolean {
  const before = latest.get(source);
  if (named === null || before === undefined || before.namedAt !== named.line) return false;
  // Within one string of JSON each name may be another one.
  if (named.line === line) return false;
  const isHeadedBelow = headed !== null && (headed.line ?? 0) > (named.line ?? 0);
  if (addresses.size === 0) return before.lot === nameless.get(source) || isHeadedBelow;
  const isOfAdapters = [...addresses].some((address) => known.adapterAddresses.has(address));
  return shareNoAddress(known.tableAddresses, addresses) && !isOfAdapters;
}

/**
 * True below an output that names its computer, such as systeminfo's. Where captures stand above the first of them, it may
 * as well be the last command of each host: the order of the whole source decides.
 */
function isBelowOutput({ line }: AnyCapture, claim: NameClaim): boolean {
  return isPrinted(claim) && claim.line !== null && claim.line < line;
}

function namelessLot(
  held: HeldCaptures,
  { source, line, headed }: AnyCapture,
  addresses: ReadonlySet<string>,
  above: NameClaim | null,
): HeldLot {
  const latest = held.nameless.get(source);
  const isHeadedSo = headed === null || latest?.headings.some(({ name }) => name === headed.name) === true;
  const isApart = latest !== undefined && shareNoAddress(latest.tableAddresses, addresses);
  const goesOn = latest?.above?.line === above?.line && (addresses.size === 0 ? isHeadedSo : !isApart);
  // Several may begin on one line: a string of JSON holds whole sessions.
  const key = `nameless\n${source}\n${line}\n${held.lots.size}`;
  const lot = latest !== undefined && goesOn ? latest : newLot(held, key, source, line, above);
  if (headed !== null && !(lot === latest && isHeadedSo)) lot.headings.push({ ...headed, source });
  held.nameless.set(source, lot);
  return lot;
}

/** The text counts before the names of files. */
function reasonFor({
  source,
  named,
  collectorNames,
}: AnyCapture): (Reason & { readonly claim: NameClaim }) | undefined {
  if (named !== null) return { source, ground: "named", claim: { ...named, source } };
  return collectorNames === null ? undefined : { source, ground: "collector", claim: { ...collectorNames, source } };
}

function newLot(
  held: HeldCaptures,
  key: string,
  source: string,
  line: number,
  above: NameClaim | null = null,
): HeldLot {
  const lot: HeldLot = {
    source,
    line,
    named: [],
    kinds: new Set(),
    tableAddresses: new Set(),
    adapterAddresses: new Set(),
    versions: new Set(),
    apartFrom: new Set(),
    headings: [],
    above,
    evidence: emptyEvidence(null),
  };
  held.lots.set(key, lot);
  return lot;
}

function adapterAddresses(capture: AnyCapture): readonly string[] {
  return capture.kind === "ipConfig" ? capture.records.flatMap(({ addresses }) => addresses.map(withoutZone)) : [];
}

function versionsIn(capture: AnyCapture): readonly string[] {
  if (capture.kind !== "systemInfo") return [];
  return capture.records.flatMap(({ name, value }) => (name === "version" ? [value] : []));
}

/** Texts are copied: as pieces of a source's text they would keep all of it in memory. */
function addAll(addresses: Set<string>, more: readonly string[]): void {
  for (const address of more) {
    if (addresses.size >= MOST_ADDRESSES) return;
    if (!addresses.has(address)) addresses.add(`${address} `.slice(0, -1));
  }
}

function withoutZone(address: string): string {
  return address.split("%", 1)[0] ?? address;
}
