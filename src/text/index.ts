export { compareTexts } from "./compare-texts.ts";
export { type DecodeOptions, decode, encodingNamed, supportedEncodings, type TextBlock } from "./encodings/index.ts";
export { detached, memoizeLine } from "./memory.ts";
export { type Mended, mend } from "./mends/index.ts";
export { ifRelevant } from "./relevance/index.ts";
export { sniff } from "./sniff.ts";
export { type AnalyzeInput, type Remark, type Source, SourceFault, sourcesOf, type UnreadSource } from "./source.ts";
