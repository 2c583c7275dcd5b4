import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/index.ts";

/** A NUL behind each letter that is not ASCII, in the bytes of an encoding. */
function withNuls(text: string, encoding: string): Uint8Array {
  return Buffer.concat(
    [...text].map((letter) => {
      const bytes = iconv.encode(letter, encoding);
      return letter > "\x7f" ? Buffer.concat([bytes, Buffer.of(0)]) : bytes;
    }),
  );
}

const rows = "  TCP    192.0.2.20:445         198.51.100.1:50000     ";
const german = `Aktive Verbindungen\r\n\r\n  Proto  Lokale Adresse         Remoteadresse          Status           Abladungsstatus\r\n\r\n${rows}ABHÖREN         InHost\r\n${rows}HERGESTELLT     Offloaded\r\n`;
const settings = (title: string, labels: readonly string[]) =>
  `${title}\r\n${"-".repeat(46)}\r\n${labels.map((label) => `${label.padEnd(36)}: disabled \r\n`).join("")}`;
const japanese = settings("TCP グローバル パラメーター", [
  "Receive-Side Scaling 状態",
  "Chimney オフロード状態",
  "ECN 機能",
]);
const chinese = settings("TCP 全局参数", ["接收方缩放状态", "烟囱卸载状态", "ECN 功能"]);
const russian = settings("Глобальные параметры TCP", [
  "Состояние масштабирования на стороне приема",
  "Состояние разгрузки Chimney",
]);

async function read(bytes: Uint8Array) {
  const { hosts, sources } = await analyze(bytes);
  return { status: sources[0]?.status, settings: hosts[0]?.summary.settings, table: hosts[0]?.summary.connections };
}

describe("a NUL behind each letter that is not ASCII", () => {
  it.each([
    ["German", german, ["utf-8", "cp850", "cp1252"]],
    ["Japanese", japanese, ["utf-8"]],
    ["Chinese", chinese, ["utf-8"]],
    ["Russian", russian, ["utf-8", "cp866", "cp1251"]],
  ])("changes nothing in %s text", async (_, text, encodings) => {
    const plain = await read(Buffer.from(text));
    expect(plain.status).toBe("ok");
    for (const encoding of encodings) {
      for (const around of ["", "A transcript of PowerShell 7 with ASCII first\r\n".repeat(200)]) {
        const bytes = Buffer.concat([Buffer.from(around), withNuls(text, encoding)]);
        expect(await read(bytes), encoding).toEqual(plain);
      }
    }
  });

  it("and one behind each letter is read as UTF-8 too", async () => {
    const bytes = Buffer.from([...german].join("\0"));
    expect(await read(bytes)).toEqual(await read(Buffer.from(german)));
  });
});
