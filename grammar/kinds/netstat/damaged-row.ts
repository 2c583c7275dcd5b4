import P from "parsimmon";
import { lineEnd, token } from "../../lexicon/lexemes.ts";
import { UNKNOWN } from "../../lexicon/masks.ts";
import { type OddEnd, type OddRow, oddRowLanguage, oddRowOf } from "./odd-row.ts";
import { anyCell, type Endpoint, gap, margin, protocol, type RowHead, rowLanguage } from "./row.ts";
import { isCutWord, isKnownState, offloadStateNamed } from "./row-words.ts";

interface Spec {
  row: OddRow;
  both: RowHead;
  one: RowHead;
  neither: RowHead;
  udp: RowHead;
  end: Endpoint;
  placeholder: Endpoint;
  spacedPort: Endpoint;
  brokenName: Endpoint;
  bare: Endpoint;
}

const nowhere: Endpoint = { address: UNKNOWN, port: UNKNOWN };

const tcp = protocol.assert((name) => name.startsWith("TCP"), "TCP");
const udp = protocol.assert((name) => name.startsWith("UDP"), "UDP");
const bracketed = P.alt(
  ...[/<[^<>\n]{1,60}>/, /\{{1,2}[^{}\n]{1,60}\}{1,2}/, /\[[^[\]\n]{1,60}\]/, /\([^()\n]{1,60}\)/].map((form) =>
    token(form),
  ),
);
const port = token(/[^\s:]{1,64}(?!\S)/);
const host = token(/[^\s:]{1,255}/);
const colonAmongBlanks = token(/[ \t]?:[ \t]?/);
const oneBlank = token(/[ \t]/);
const number = token(/\d{1,5}(?=[ \t])/);
const nameCut = token(/[^\s:]{1,200}[-.](?=[ \t])/);

/**
 * Rows whose ends were masked, damaged or lost: what they say of state and offloading counts all the same. Only a known
 * word tells such a row from prose.
 */
export const damagedRowLanguage = P.createLanguage<Spec>({
  //   TCP    <server>               192.0.2.9              ESTABLISHED     Offloaded
  row: ({ both, one, neither, udp: own }) =>
    P.alt(
      ...[both, one, neither].map((head) => withEnd(head, oddRowLanguage.tcp.assert(isTelling, "a connection state"))),
      withEnd(
        own,
        oddRowLanguage.udp.assert(({ trailing }) => trailing === undefined, "the end of the row"),
      ),
    )
      .skip(margin)
      .skip(lineEnd),

  //   TCP    <server>               <client>
  both: ({ end }) => headFrom(tcp, gap.then(end), gap.then(end)),

  //   TCP    192.0.2.10:445
  one: ({ end }) => headFrom(tcp, gap.then(end), P.of(nowhere)),

  //   TCP
  neither: () => headFrom(tcp, P.of(nowhere), P.of(nowhere)),

  //   UDP    <server>               *:*
  udp: ({ end }) => headFrom(udp, gap.then(end), gap.then(rowLanguage.endpoint)),

  end: ({ placeholder, spacedPort, brokenName, bare }) =>
    P.alt(rowLanguage.endpoint, placeholder, spacedPort, brokenName, bare),

  // <server ip>:443
  placeholder: () =>
    P.seqMap(bracketed, colonAmongBlanks.then(port).fallback(UNKNOWN), (address, own) => ({ address, port: own })),

  // 192.0.2.10 :445
  // files01 445
  spacedPort: () => P.seqObj<Endpoint>(["address", host], P.alt(colonAmongBlanks, oneBlank), ["port", number]),

  // A web page or a mail program broke the name.
  // DESKTOP- FSHSTS:55453
  brokenName: ({ bare }) =>
    P.seqMap(nameCut, oneBlank.then(rowLanguage.endpoint.or(bare)), (first, { address, port: own }) => ({
      address: `${first}${address}`,
      port: own,
    })),

  // files01
  bare: () =>
    anyCell
      .assert((text) => !isKnownState(text) && offloadStateNamed(text) === undefined, "an address")
      .map((address) => ({ address, port: UNKNOWN })),
});

function headFrom(name: P.Parser<string>, local: P.Parser<Endpoint>, foreign: P.Parser<Endpoint>): P.Parser<RowHead> {
  return P.seqObj<RowHead>(margin, ["protocol", name], ["local", local], ["foreign", foreign]);
}

function withEnd(head: P.Parser<RowHead>, end: P.Parser<OddEnd>): P.Parser<OddRow> {
  return P.seqMap(head, end, (own, below) => ({ ...oddRowOf(own, below), isDamaged: true }));
}

/** An offload state tells a row, and so does a known state that ends the line. */
function isTelling({ state, word, trailing }: OddEnd): boolean {
  if (word !== undefined) return offloadStateNamed(word.value) !== undefined || isCutWord(word.value);
  return trailing === undefined && state !== undefined && isKnownState(state);
}
