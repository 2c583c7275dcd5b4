export type { Connection, Diagnostic, LineClass, OffloadState, Place, SettingKey } from "../grammar/index.ts";
export { type CaptureKind, grammars } from "../grammar/index.ts";
export {
  type AnalyzeInput,
  type AnalyzeOptions,
  analyze,
  type UnreadSource,
} from "./analyze.ts";
export { encodingNamed, supportedEncodings } from "./decode.ts";
export type { AnyCapture, Capture, ConnectionRow, Provenance } from "./evidence.ts";
export type * from "./report.ts";
export type { Source } from "./source-text.ts";
export { VERSION } from "./version.ts";
