import { once } from "node:events";
import type { Server } from "node:http";
import { getAsset, isSea } from "node:sea";
import { fileURLToPath } from "node:url";
import { type OptionValues, UsageError } from "./command-line.ts";
import { Interrupted } from "./interruption.ts";
import { textOf } from "./option-values.ts";
import { refuseOptions } from "./refused-options.ts";
import { ExpectedError, type Terminal } from "./terminal.ts";

/** The page as the build leaves it, beside this program as it was built. */
const PAGE = fileURLToPath(new URL("../../web/chimneysweep.html", import.meta.url));

/** Serves the page to browsers of this computer until the user interrupts; throws an Interrupted then. */
export async function serveCommand(words: readonly string[], given: OptionValues, terminal: Terminal): Promise<never> {
  refuseOptions("serve", given);
  if (words.length > 0) throw new UsageError("serve takes no arguments");
  const port = portOf(given);
  const { HOME, pageServer } = await import("./page-server.ts");
  const server = pageServer(await pageText(terminal));
  try {
    const taken = await listening(server, HOME, port);
    await terminal.stdout.write(`http://${HOME}:${taken}/\n`);
    await untilAborted(terminal.interrupted);
    throw new Interrupted();
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function portOf(given: OptionValues): number {
  const text = textOf(given, "port") ?? "0";
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text}: expects a number from 1 to 65535, or 0 for any free port`);
}

async function pageText({ files }: Terminal): Promise<string> {
  // The executable carries the page in it.
  if (isSea()) return getAsset("chimneysweep.html", "utf8");
  try {
    const file = await files.open(PAGE, "r");
    try {
      return await file.readFile("utf8");
    } finally {
      await file.close();
    }
  } catch {
    throw new ExpectedError("the page was not built; npm run build makes it");
  }
}

/** The port that the server listens at. */
async function listening(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, "listening");
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    throw new ExpectedError(
      isTaken
        ? `port ${port} is in use; choose another with --port`
        : `the system does not allow serving at port ${port}; choose another with --port`,
    );
  }
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
