import { deDE } from "./de-DE.ts";
import { enUS } from "./en-US.ts";
import { esES } from "./es-ES.ts";
import { frFR } from "./fr-FR.ts";
import { jaJP } from "./ja-JP.ts";
import { koKR } from "./ko-KR.ts";
import type { Locale } from "./locale.ts";
import { ptBR } from "./pt-BR.ts";
import { ruRU } from "./ru-RU.ts";
import { zhCN } from "./zh-CN.ts";
import { zhTW } from "./zh-TW.ts";

/** Every display language whose words are known. English comes first: it wins where languages share a phrase. */
export const locales: readonly Locale[] = [enUS, deDE, esES, frFR, jaJP, koKR, ptBR, ruRU, zhCN, zhTW];
