import { main } from "./main.ts";
import { nodeTerminal } from "./terminal.ts";

// Not awaited at the top: as a script of CommonJS, which starts faster, it could not be.
main(process.argv.slice(2), nodeTerminal()).then((code) => {
  process.exitCode = code;
});
