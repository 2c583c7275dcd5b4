/** The tag of tests that `npm test` leaves to `npm run thorough`: more of what other tests of their kind do. */
export const THOROUGH = "thorough";
export const thorough = { tags: [THOROUGH] };

/** True in the soak, which tries much more of everything: `npm run soak`, or SOAK=1 before any other run. */
export const isSoak = process.env["SOAK"] === "1";

/** So many examples of a property in the soak; a fifth of them is enough for every day, or fewer where each is slow. */
export function examples(inSoak: number, everyDay = Math.ceil(inSoak / 5)): number {
  return isSoak ? inSoak : everyDay;
}
