import { quadOf } from "./addresses.ts";
import { emptySlots, MOST_STEPS, type Slots } from "./slots.ts";

/** Ids of addresses as printed, counting up from 0: two spellings of one address are two of them. */
export interface AddressIds {
  readonly texts: string[];
  /** The 32 bits of each address that is spelled like IPv4. By these it is found many times faster than by its text. */
  readonly quads: (number | undefined)[];
  readonly byQuad: Slots;
  /** The addresses without bits, and those that found no slot. */
  readonly byText: Map<string, number>;
}

/** No ids yet, and room for so many. */
export function emptyAddressIds(most: number): AddressIds {
  return { texts: [], quads: [], byQuad: emptySlots(most), byText: new Map() };
}

export function addressIdOf(ids: AddressIds, address: string): number {
  const quad = quadOf(address);
  return quad === undefined ? idOfText(ids, address, quad) : idOfQuad(ids, address, quad);
}

function idOfQuad(ids: AddressIds, address: string, quad: number): number {
  const { byQuad, quads } = ids;
  const hash = Math.imul(quad ^ (quad >>> 15), 0x9e3779b1);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const slot = ((hash ^ (hash >>> 15)) + step) & (byQuad.length - 1);
    const id = (byQuad[slot] ?? 0) - 1;
    if (id < 0) {
      byQuad[slot] = ids.texts.length + 1;
      return newId(ids, address, quad);
    }
    if (quads[id] === quad) return id;
  }
  return idOfText(ids, address, quad);
}

function idOfText(ids: AddressIds, address: string, quad: number | undefined): number {
  const known = ids.byText.get(address);
  if (known !== undefined) return known;
  const id = newId(ids, address, quad);
  ids.byText.set(address, id);
  return id;
}

function newId({ texts, quads }: AddressIds, address: string, quad: number | undefined): number {
  texts.push(address);
  quads.push(quad);
  return texts.length - 1;
}
