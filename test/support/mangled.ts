import fc from "fast-check";

export const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost      ";
export const udp = "  UDP    [2001:db8::1]:123      *:*                                                ";

/** What captures are made of, whole and mangled; "¦" stands between the parts. */
export const fragments: readonly string[] = [
  `${row}¦${udp}¦${row.trim()}¦TCP¦UDP¦ ¦   ¦\t¦192.0.2.1:445¦[fe80::1%9]:80¦InHost¦ABHÖREN¦:¦: ¦Active Connections`,
  "Proto  Local Address¦TCP Global Parameters¦-----¦Chimney Offload State : automatic¦Querying active state...",
  "Receive-Side Scaling State : enabled ¦ECN 功能 : ¦NULL¦C:\\>¦PS C:\\x> netstat -nt¦> ¦>¦| ¦|¦# ¦#¦#$ ¦// ¦; ¦REM ",
  "::¦* ¦-- ¦```¦~~~¦`¦|---|¦+--+¦<pre>¦<br>¦</tr>¦<td>¦<hr/>¦<b>¦<---¦<none>¦&lt;¦&nbsp;¦&#10;¦&#0;¦&¦<¦<!-- -->",
  "\x1b[31m¦\x1b[4C¦\x1b[5;1H¦\x1b]0;x\x07¦\x1b¦\x9b¦\0¦\x07¦\v¦\f¦\u2028¦\ufeff¦\u200b¦\xad¦\ud800¦🙂¦\r",
  "\u00a0¦\u3000¦\u2013¦\u201c¦\u2019¦\uff1a",
].flatMap((parts) => parts.split("¦"));

/** Any character. fast-check's own strings of these take a second to be made ready, before the first one is drawn. */
export const character = fc
  .integer({ min: 0, max: 0x10_f7ff })
  .map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));
const anyText = fc.array(character, { maxLength: 10 }).map((characters) => characters.join(""));

const part = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fragments) }, anyText);
const line = fc.array(part, { maxLength: 12 }).map((parts) => parts.join("").replaceAll("\n", ""));

/** Texts of up to twelve lines, most of them mangled captures. */
export const mangledText = fc
  .array(fc.oneof(line, fc.constantFrom(row, udp, "")), { maxLength: 12 })
  .map((lines) => lines.join("\n"));
