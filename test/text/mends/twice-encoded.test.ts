import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { twiceEncoded } from "../../../src/text/mends/twice-encoded.ts";
import { analysed } from "../../support/analysed.ts";
import { linesAfter } from "../../support/mended.ts";

const texts = [
  "ABHÖREN",
  "SCHLIESSEN_WARTEN für öäüß",
  "État d’écoute À",
  "Escuchó ñandú",
  "Состояние разгрузки",
  "połączenia",
];
const twice = (text: string, page: string) => iconv.decode(Buffer.from(text), page);

describe("letters that were encoded twice", () => {
  it.each(["cp1252", "latin1", "cp850", "cp437", "cp866", "cp1251"])("by way of %s become letters", (page) => {
    const isWhole = (text: string) => !twice(text, page).includes("\ufffd");
    const whole = texts.filter(isWhole);
    expect(whole.length).toBeGreaterThan(2);
    for (const text of whole) expect(linesAfter(twiceEncoded, `: ${twice(text, page)} !`)).toEqual([`: ${text} !`]);
  });

  it.each([...texts, "活动连接", "グローバル", "연결", "ÃO", "–—", "“x”", "£©", "║│║", "ÉÈ", "🙂"])(
    "leaves %j alone",
    (text) => {
      expect(twiceEncoded(text)).toEqual([]);
    },
  );

  it("keeps states in rows apart from their heading", async () => {
    const heading = "  Proto  Lokale Adresse         Remoteadresse          Status           Abladungsstatus\n";
    const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ABHÖREN         InHost      \n";
    const plain = await analysed(heading + row.repeat(3));
    for (const page of ["cp1252", "latin1", "cp850", "cp437"]) {
      expect((await analysed(heading + twice(row, page).repeat(3))).connections).toEqual(plain.connections);
    }
  });
});
