import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { guessPage } from "../../../src/text/encodings/guess.ts";

describe("guessPage", () => {
  it.each([
    // Words Windows prints, as the locales have them.
    ["  TCP    0.0.0.0:135            srv:0                  ABHÖREN         InHost", "cp850"],
    ["  TCP    0.0.0.0:135            srv:0                  ABHÖREN         InHost", "windows-1252"],
    ["Состояние масштабирования на стороне приема : enabled", "cp866"],
    ["Состояние масштабирования на стороне приема : enabled", "windows-1251"],
    ["活动连接", "gbk"],
    ["TCP グローバル パラメーター", "shift_jis"],
    // Letters only.
    ["Büro", "cp850"],
    ["Büro", "windows-1252"],
    ["à côté du réseau", "cp850"],
    ["à côté du réseau", "windows-1252"],
    ["Conexión de área local", "cp850"],
    ["Ligação à rede não", "windows-1252"],
    ["nätverk på", "windows-1252"],
    ["przepływ danych: część żądań", "cp852"],
    ["przepływ danych: część żądań", "windows-1250"],
    ["příliš žluťoučký kůň", "cp852"],
    ["příliš žluťoučký kůň", "windows-1250"],
    ["árvíztűrő tükörfúrógép", "cp852"],
    ["árvíztűrő tükörfúrógép", "windows-1250"],
    ["Сеть", "cp866"],
    ["Сеть", "windows-1251"],
    ["СЕТЬ", "windows-1251"],
    ["Мережа підключена", "windows-1251"],
    ["通信が有効です", "shift_jis"],
    ["以太网适配器", "gbk"],
    ["현재 연결 오프로드 상태 표시", "euc-kr"],
    ["網路介面卡目前的狀態", "big5"],
    // Signs only.
    ["Adapter® PRO/1000", "cp850"],
    ["Adapter® PRO/1000", "windows-1252"],
    ["netstat –t", "windows-1252"],
    ["the manufacturers’ adapters on Windows Server\u00a02008\u00a0R2", "windows-1252"],
    ["that’s “the” adapter – yes", "windows-1252"],
  ])("reads %j as %s", async (text, page) => {
    expect((await guessPage(iconv.encode(`${text}\r\n`, page))).page).toBe(page);
  });

  it("prefers 850 to pages in which the bytes mean the same", async () => {
    expect((await guessPage(iconv.encode("Büro", "cp437"))).page).toBe("cp850");
  });

  it("takes 850 when nothing makes sense", async () => {
    for (const bytes of [[], [0xff], Array<number>(40).fill(0xc4)]) {
      expect(await guessPage(Uint8Array.from(bytes))).toEqual({
        page: "cp850",
        reason: expect.stringContaining("nothing"),
      });
    }
  });

  it("says what decided", async () => {
    expect((await guessPage(iconv.encode("ABHÖREN", "cp850"))).reason).toContain("words that Windows prints in German");
    expect((await guessPage(iconv.encode("Büro", "cp850"))).reason).toContain("Western European");
  });
});

const heading = "  Proto  Local Address          Foreign Address        State           Offload State";
const row = "  TCP    192.0.2.1:445          198.51.100.7:50012     ESTABLISHED     InHost";
const settings = "Chimney Offload State               : automatic";
const german = "  TCP    192.0.2.1:445          198.51.100.7:50012     ABHÖREN         InHost";
const title = "活动连接";

describe("blanks that are no plain ones", () => {
  const blanksBy = (blank: string, text: string) => text.replaceAll(" ", blank);
  it.each([
    ["of the Web, saved by an editor", [heading, row, settings], "\u00a0", "windows-1252"],
    ["of the Web in every second place", [heading, row], " \u00a0", "windows-1252"],
    ["of the Web in labels", [settings], "\u00a0", "windows-1252"],
    ["of the Web beside German words", [german], "\u00a0", "windows-1252"],
    ["of a Japanese input method", [heading, row, settings], "\u3000", "shift_jis"],
    ["of a Chinese input method", [title, row], "\u3000", "gbk"],
    ["of a Korean input method beside words", ["현재 연결 오프로드 상태 표시", row], "\u3000", "euc-kr"],
  ])("%s tell the code page", async (_, lines, blank, page) => {
    const bytes = iconv.encode(blanksBy(blank, `${lines.join("\r\n")}\r\n`), page);
    expect((await guessPage(bytes)).page).toBe(page);
  });

  it("that nobody sees are read in gb18030", async () => {
    const bytes = iconv.encode(`${[heading, row, settings].join("\u200b\r\n\u200b")}\r\n`, "gb18030");
    expect((await guessPage(bytes)).page).toBe("gbk");
  });
});
