export { asksForHostName, fullNameOf, hostNamePrinted } from "./answers.ts";
export { isRuledHeading } from "./decoration.ts";
export { readHeading } from "./headings.ts";
export { type HostHeading, readHostHeading } from "./host-headings.ts";
export {
  headsPart,
  isAddress,
  isPossibleName,
  isPrintedName,
  isSectionWord,
  isTellingName,
  mayNameHost,
} from "./host-name.ts";
export { markerWords } from "./label-words.ts";
export { readLabel } from "./labels.ts";
export { type HostSignal, hostSignals, type Marker, type NamedHost, named, type Phase, type Reach } from "./marker.ts";
export { saysWhen } from "./phases.ts";
export { statesProduct } from "./product-versions.ts";
export { readPrompt } from "./prompts.ts";
export { markerExpressions } from "./quick-looks.ts";
export { isFence, isRule } from "./rules.ts";
export { dateOrderIn, dateOrderOf } from "./times/order.ts";
export { completed, type DateOrder, following, isDoubtful, isoTime, type Stamp } from "./times/stamp.ts";
