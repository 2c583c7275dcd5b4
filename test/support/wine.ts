import { type ChildProcess, spawn } from "node:child_process";
import { access, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Ended, runProcess } from "./built.ts";

/** Windows, or what stands in for it. */
export interface Windows {
  /** Runs a program and waits for its end. */
  readonly run: (program: string, args: readonly string[], options: WindowsRun) => Promise<Ended>;
  /** Starts a program whose output goes to a file. */
  readonly start: (program: string, args: readonly string[], cwd: string) => Promise<Started>;
  readonly remove: () => Promise<void>;
}

export interface WindowsRun {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
}

/** A program that runs. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  readonly out: () => Promise<string>;
}

/** Wine with a Windows of its own; undefined where it is not installed: what needs it is skipped then. */
export async function wine(): Promise<Windows | undefined> {
  const places = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "wine"));
  const there = await Promise.all(places.map((place) => access(place).then(() => place, absent)));
  const program = there.find((place) => place !== undefined);
  if (program === undefined) {
    process.stderr.write("wine is not installed: what runs the executable of Windows is skipped\n");
    return undefined;
  }
  const home = await mkdtemp(join(tmpdir(), "wine-"));
  // Node asks Windows for its version, which Wine does not know well enough.
  const env = { WINEPREFIX: join(home, "windows"), WINEDEBUG: "-all", NODE_SKIP_PLATFORM_CHECK: "1", DISPLAY: "" };
  await runProcess(program, ["winecfg", "/v", "win10"], { env, cwd: home });
  let count = 0;
  const start = async (name: string, args: readonly string[], cwd: string, stdin: string | Uint8Array = "") => {
    count += 1;
    const path = (name: string) => join(home, `${count}.${name}`);
    const [input, output, errors] = [path("in"), path("out"), path("err")];
    await writeFile(input, stdin);
    // Files: Node under Wine opens no pipe of Unix.
    const files = await Promise.all([open(input, "r"), open(output, "w"), open(errors, "w")]);
    const child = spawn(program, [name, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: files.map(({ fd }) => fd),
    });
    const ended = new Promise<void>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", () => resolve());
    });
    for (const file of files) await file.close();
    return { child, ended, out: () => readFile(output, "utf8"), err: () => readFile(errors, "utf8") };
  };
  return {
    start,
    run: async (name, args, { cwd, stdin }) => {
      const { child, ended, out, err } = await start(name, args, cwd, stdin);
      await ended;
      return { code: child.exitCode, out: await out(), err: await err() };
    },
    remove: async () => {
      await runProcess("wineserver", ["-k"], { env, cwd: home }).catch(() => undefined);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function absent(): undefined {
  return undefined;
}
