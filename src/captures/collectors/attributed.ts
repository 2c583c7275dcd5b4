import { mayNameHost } from "../same-host.ts";
import type { Attribution } from "./collector.ts";
import type { FoundContainer } from "./containers.ts";
import type { FoundFile } from "./known-files.ts";
import { otherHost } from "./other-host.ts";
import { dayOf, timeOf, utcTimeOf } from "./time-stamp.ts";

/** What a collector found in the names around a file. */
interface Signs {
  /** The folder or archive of the run: its groups `host` and `time` are those of the run. */
  readonly run?: FoundContainer | undefined;
  /** The clock of the time in one of both names. Absent where its zone is not known: then it is no time. */
  readonly clock?: "local" | "utc";
  /** The file, where its name is one that the collector gives. */
  readonly file?: FoundFile | undefined;
}

/** What these signs say of a file. The name of the file counts before that of the run. */
export function attributed(collector: string, { run, clock, file }: Signs): Attribution {
  const around = named(run?.found.groups?.["host"], run?.by ?? "folder");
  const host = named(file?.groups["host"], "file name") ?? around;
  const stamp = file?.groups["time"] ?? run?.found.groups?.["time"] ?? "";
  const time = clock === "utc" ? utcTimeOf(stamp) : clock === "local" ? (timeOf(stamp) ?? dayOf(stamp)) : undefined;
  const { command, phase } = file?.known ?? {};
  return {
    collector,
    holdsCaptures: file?.known.isLog !== true,
    ...(host === undefined ? {} : { host, ...otherHost(host.name, around) }),
    ...(command === undefined ? {} : { command }),
    ...(phase === undefined ? {} : { phase }),
    ...(time === undefined ? {} : { time }),
  };
}

function named(name: string | undefined, by: NonNullable<Attribution["host"]>["by"]): Attribution["host"] {
  return name === undefined || !mayNameHost(name) ? undefined : { name, by };
}
