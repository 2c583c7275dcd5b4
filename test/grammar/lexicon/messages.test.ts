import { expect, it } from "vitest";
import { generalAnswer } from "../../../grammar/lexicon/messages.ts";

it.each([
  [
    "The following command was not found: int tcp show chimneystats.",
    "commandNotFound en-US int tcp show chimneystats",
  ],
  [
    "  the following command was not found:  INT TCP show chimneystats",
    "commandNotFound en-US int tcp show chimneystats",
  ],
  [
    "Der folgende Befehl wurde nicht gefunden: int tcp show netdmastats.",
    "commandNotFound de-DE int tcp show netdmastats",
  ],
  ["The requested operation requires elevation (Run as administrator).", "requiresElevation en-US "],
  ["The requested operation requires elevation.", "requiresElevation en-US "],
  ["Der angeforderte Vorgang erfordert erhöhte Rechte.", "requiresElevation de-DE "],
  ["Der angeforderte Vorgang erfordert erh?hte Rechte.", "requiresElevation de-DE "],
  ["Der angeforderte Vorgang erfordert erh\ufffdhte Rechte.", "requiresElevation de-DE "],
  ["Access is denied.", "accessDenied en-US "],
  ["L'opération demandée nécessite une élévation.", "requiresElevation fr-FR "],
  ["La operación solicitada requiere elevación.", "requiresElevation es-ES "],
  ["A operação solicitada requer elevação.", "requiresElevation pt-BR "],
  ["Запрошенная операция требует повышения.", "requiresElevation ru-RU "],
  ["Запрошенная операция требует повышения прав.", "requiresElevation ru-RU "],
  ["要求された操作には管理者特権が必要です。", "requiresElevation ja-JP "],
  ["요청한 작업을 수행하려면 권한 상승이 필요합니다.", "requiresElevation ko-KR "],
  ["请求的操作需要提升。", "requiresElevation zh-CN "],
  ["请求的操作需要提升（作为管理员运行）。", "requiresElevation zh-CN "],
])("%j", (line, answer) => {
  const found = generalAnswer(line);
  expect(found && `${found.answer} ${found.locale} ${found.rest}`).toBe(answer);
});

it.each(["", "It says: Access is denied.", "The following command:", "x".repeat(500), "?".repeat(60)])(
  "is none: %j",
  (line) => {
    expect(generalAnswer(line)).toBeUndefined();
  },
);
