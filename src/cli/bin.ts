import { FIRST_OF_SIGNALS } from "./exit-codes.ts";
import { main } from "./main.ts";
import { nodeTerminal } from "./terminal.ts";

/** Milliseconds in which an interrupted process has to end. */
const MOST_WAIT = 1000;

// Not awaited at the top: as a script of CommonJS, which starts faster, it could not be.
main(process.argv.slice(2), nodeTerminal()).then((code) => {
  process.exitCode = code;
  // A pipe at whose other end nobody is would keep the process, and process.exit waits for it as well.
  const signal = code - FIRST_OF_SIGNALS;
  if (signal > 0) setTimeout(() => process.kill(process.pid, signal), MOST_WAIT).unref();
});
