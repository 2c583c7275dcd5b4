import P from "parsimmon";
import { fits } from "../contract/lines.ts";
import { token } from "../lexicon/lexemes.ts";
import { hostName, isTellingName } from "./host-name.ts";
import { folded, hostLabels } from "./label-words.ts";
import { type Marker, named } from "./marker.ts";
import type { Stamp } from "./times/stamp.ts";
import { stamps } from "./times/stamps.ts";

/** What a heading says that has a host and a time. */
type HostAndTime = Pick<Marker, "command" | "time" | "host">;

interface Spec {
  heading: HostAndTime;
  hostFirst: HostAndTime;
  timeFirst: HostAndTime;
  host: string;
  numbered: string;
  labelled: string;
}

/** A word or two for what the name is of, with what stands between them and the name. */
const label = token(/[^\s:：]{1,40}(?:[ \t][^\s:：]{1,20})?(?=[ \t]*[:：]|[ \t])/);
const toName = token(/[ \t]*[:：]?[ \t]*/);
const toTime = token(/[ \t]*(?:[[(:|,;@>–—-]|(?:at|on|um|am|le|el|em|il|в)(?=[ \t]))*[ \t]*/i);
const fromTime = token(/[ \t]*[)\]:|,;@>–—-]*[ \t]*/);
const bracketEnd = token(/[ \t]*[)\]]?/);
const withDigit = token(/[^\n\d]*\d[^\n]*/);
const tellingName = hostName.chain((name) => (isTellingName(name) ? P.of(name) : P.fail("a host name")));

const language = P.createLanguage<Spec>({
  heading: ({ hostFirst, timeFirst }) => hostFirst.or(timeFirst),

  // SRV01 - 2024-05-01 10:00          Server: SRV01 (01.05.2024 10:00:01)
  hostFirst: ({ host }) => P.seqMap(host.skip(toTime), stamps.moment.skip(bracketEnd), ofHost),

  // 2024-05-01 10:00 SRV01
  timeFirst: ({ host }) =>
    P.seqMap(stamps.moment.skip(fromTime), host.skip(bracketEnd), (time, name) => ofHost(name, time)),

  host: ({ numbered, labelled }) => numbered.or(labelled),

  // A name that no word of a message is: with a digit in it.
  numbered: () => tellingName.chain((name) => (fits(withDigit, name) ? P.of(name) : P.fail("a name with a number"))),

  labelled: () => label.chain(labelOfHost).then(toName).then(tellingName),
});

/** A heading of nothing but a host and a time, in either order. */
export const hostAndTime = language.heading;

function ofHost(name: string, time: Stamp): HostAndTime {
  return { command: null, time, host: named(name, "a heading") };
}

function labelOfHost(printed: string): P.Parser<string> {
  return hostLabels.has(folded(printed)) ? P.of(printed) : P.fail("a label of the host");
}
