/** What a key is refused with. */
export class KeyFault extends Error {}
