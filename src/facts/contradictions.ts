import type { ContradictionStatement } from "./contradiction.ts";
import { contradictionRegister } from "./contradiction-register.ts";

export type ContradictionId = keyof typeof contradictionRegister;

/** Where statements of the sources can't all be followed. Every side is kept. */
export interface Contradiction extends ContradictionStatement {
  readonly id: ContradictionId;
}

const ids = Object.keys(contradictionRegister) as readonly ContradictionId[]; // Object.keys forgets the names

/** All of them, in the order of the register. */
export const contradictions: readonly Contradiction[] = ids.map(contradiction);

/** One contradiction by its name. */
export function contradiction(id: ContradictionId): Contradiction {
  return { id, ...contradictionRegister[id] };
}

/** Every side behind the short titles of its sources, for a message that shows them all. */
export function everySide(id: ContradictionId): string {
  const { sides } = contradiction(id);
  return sides
    .map(({ says, sources }) => `${sources.map(({ title }) => shortened(title)).join(", ")}: ${says}`)
    .join(" / ");
}

/** The number of an article, or the name of a column, without its subject. */
function shortened(title: string): string {
  return /^(?:KB \d{1,7}|The Cable Guy, June 2006|TechNet gg\d{1,7})/.exec(title)?.[0] ?? title;
}
