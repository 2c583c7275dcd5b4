import { decodeHTML, decodeHTMLStrict } from "entities/decode";

/**
 * In place of the table of HTML entities that the reader of mail brings along: the page has one already, which mends use.
 * Asked for by its names, as `&amp;`, or `&amp` where HTML takes that; anything else stands in neither.
 */
export const htmlEntities: Readonly<Record<string, string | undefined>> = new Proxy({}, { get: decoded });

function decoded(_: object, name: string | symbol): string | undefined {
  if (typeof name === "symbol" || !/^&[a-z]/i.test(name)) return undefined;
  const whole = decodeHTMLStrict(name.endsWith(";") ? name : `${name};`);
  // Of a longer name that begins with an entity, only the beginning would be decoded.
  return whole.startsWith("&") && whole !== "&" ? undefined : decodeHTML(name) === whole ? whole : undefined;
}
