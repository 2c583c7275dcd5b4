export { compareTexts } from "./compare-texts.ts";
export {
  type DecodeOptions,
  decode,
  type EncodingName,
  encodingNamed,
  supportedEncodings,
  type TextBlock,
} from "./encodings/index.ts";
export {
  type AnalyzeInput,
  bytesOf,
  type Chunk,
  type Content,
  InputFault,
  type NamedContent,
  type Signal,
  sourcesOf,
} from "./input.ts";
export { detached, memoizeLine } from "./memory.ts";
export { columnsIn, endOf, type Foreign, isForeign, type Mended, mend } from "./mends/index.ts";
export { ifRelevant } from "./relevance/index.ts";
export { sniff } from "./sniff.ts";
export { type Remark, type Source, SourceFault, type UnreadSource } from "./source.ts";
