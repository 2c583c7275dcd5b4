export { openTarget, type Target, type TargetFiles } from "./named-target.ts";
export { isWorkingName, type NewFile, openNew } from "./new-file.ts";
export { foreignFile, ownFlags } from "./own-file.ts";
