export { batchFile } from "./batch-file.ts";
export { type ScriptCommand, scriptCommands } from "./commands.ts";
export { powershellScript } from "./powershell.ts";
