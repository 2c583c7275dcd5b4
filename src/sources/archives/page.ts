/** What people name an archive. */
const ARCHIVE_NAME = /\.(?:zip|cab|7z|gz|tgz|tar|rar|bz2|xz|zst|z?[0-9]{2,3})$/i;

/** How a Web page begins. */
const PAGE = /^(?:\ufeff|\xef\xbb\xbf)?\s{0,64}(?:<!--[^>]{0,200}-->\s{0,64})?<(?:!doctype\s|html[\s>])/i;

/** True for a file with the name of an archive that begins as a Web page does: the portal's words, not the bundle. */
export function isPageInsteadOfArchive(file: string, head: Uint8Array): boolean {
  return ARCHIVE_NAME.test(file) && PAGE.test(String.fromCharCode(...head));
}
