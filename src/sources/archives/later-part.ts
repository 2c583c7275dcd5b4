/** What the second and later parts of an archive that was split are called; nothing in their bytes says what they are. */
const LATER_PART = /\.(?:(?:zip|7z|tar|tgz|gz|cab|rar)\.\d{3}|z\d\d|part\d{1,3}\.rar)$/i;

/** True for one part of a split archive that does not begin as archives do. What is stored in it would pass for a capture. */
export function isLaterPart(file: string): boolean {
  return LATER_PART.test(file);
}
