import type { Extract, Header } from "tar-stream";
import { SourceFault } from "../../text/index.ts";
import { type ArchiveFormat, type ArchiveInput, brokenOff, found, type Member, type Trouble } from "./archive.ts";
import { hasSignature, letters } from "./opening.ts";
import { answer, type Feed, feedOf, hasEndMark, stop } from "./tar-feed.ts";

const SIGNATURES = [[...letters("ustar"), 0], letters("ustar  ")];

/** POSIX tar and GNU tar; the older ones have no signature and were not written for decades. */
export const tar: ArchiveFormat = {
  name: "a tar archive",
  matches: (head) => SIGNATURES.some((signature) => hasSignature(head, signature, SIGNATURE_AT)),
  members,
};

const SIGNATURE_AT = 257;

/** What the parser says of an archive that ends within something. */
const EARLY_END = "Unexpected end of data";

/** A member as the parser gives it. */
type Entry = Extract extends AsyncIterable<infer Each> ? Each : never;

/** The pieces of a member. Never returned early: for the parser that would be the end of the archive. */
type Pieces = Pick<AsyncIterator<unknown>, "next">;

/** The members as they go by. One that is not read, or not to its end, is carried past piece by piece. */
async function* members({ stream }: ArchiveInput): AsyncGenerator<Member | Trouble> {
  const feed = await feedOf(stream());
  const entries = feed.parser[Symbol.asyncIterator]();
  let count = 0;
  try {
    for (let entry = await next(feed, entries); entry !== undefined; entry = await next(feed, entries)) {
      const pieces: Pieces = entry[Symbol.asyncIterator]();
      count += 1;
      yield memberOf(entry.header, () => bytesOf(pieces, feed));
      for await (const piece of bytesOf(pieces, feed)) void piece;
    }
    if (!hasEndMark(feed)) yield brokenOff("archive-truncated", "truncated: the mark at its end is missing", count);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    if (error !== feed.fault?.thrown) yield brokenOff(error.code, error.message, count);
    else throw new SourceFault(error.code, `${error.message}; ${found(count)}`);
  } finally {
    stop(feed);
  }
}

async function next(feed: Feed, entries: AsyncIterator<Entry>): Promise<Entry | undefined> {
  const { done, value } = await told(feed, () => entries.next());
  if (done !== true) return value;
  if (feed.fault !== undefined) throw feed.fault.thrown;
  return undefined;
}

async function* bytesOf(pieces: Pieces, feed: Feed): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { done, value } = await told(feed, () => pieces.next());
    if (done === true || !(value instanceof Uint8Array)) return;
    yield value;
  }
}

/** What the parser answers, with its complaints in our words. */
async function told<Answer>(feed: Feed, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer(feed, ask);
  } catch (error) {
    if (feed.fault !== undefined) throw feed.fault.thrown;
    if (error instanceof Error && error.message === EARLY_END) {
      throw new SourceFault("archive-truncated", "truncated: the archive breaks off");
    }
    throw new SourceFault("archive-damaged", "damaged: what should describe a member does not");
  }
}

function memberOf({ name, type, size }: Header, bytes: Member["bytes"]): Member {
  return { name, kind: kindOf(type), size, packed: null, bytes };
}

/** Types that nobody knows are files by the standard. */
function kindOf(type: Header["type"]): Member["kind"] {
  switch (type) {
    case "directory":
      return "directory";
    case "link":
    case "symlink":
      return "link";
    case "block-device":
    case "character-device":
    case "fifo":
      return "device";
    default:
      return "file";
  }
}
