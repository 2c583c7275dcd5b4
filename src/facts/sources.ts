import { microsoftDocuments } from "./microsoft-documents.ts";
import { otherDocuments } from "./other-documents.ts";
import type { Grounding, SourceDocument } from "./source-document.ts";

export type { Grounding } from "./source-document.ts";

/** A document that a statement rests on; the shape is that of a rule's reference. */
export interface Citation {
  readonly grounding: Grounding;
  readonly title: string;
  readonly section?: string;
  readonly url?: string;
}

const documents = { ...microsoftDocuments, ...otherDocuments };

export type SourceName = keyof typeof documents;

/** A document as a reference, with the section or table row that is meant. */
export function source(name: SourceName, section?: string): Citation {
  const [grounding, title, url]: SourceDocument = documents[name];
  return { grounding, title, ...(section === undefined ? {} : { section }), ...(url === undefined ? {} : { url }) };
}
