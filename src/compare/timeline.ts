import type { HostReport, ReportPlace, Snapshot } from "../report/index.ts";
import { type SettingStep, settingSteps } from "./setting-steps.ts";
import { type TableSeries, tableSeries } from "./table-series.ts";

/** The tables of a host with an offload column one after the other, where there are more than two of them. */
export interface Timeline {
  /** How many there are; more than are listed are left out evenly. */
  readonly tables: number;
  readonly order: TableSeries["order"];
  readonly points: readonly TimelinePoint[];
  /** Settings that changed between captures whose order is known. */
  readonly settings: readonly SettingStep[];
}

/** The eligible connections of one table, and its share of them. */
export interface TableShare extends ReportPlace {
  readonly offloaded: number;
  readonly inHost: number;
  readonly transitional: number;
  readonly total: number;
  readonly ratio: number | null;
  readonly interval: readonly [number, number] | null;
  readonly raw: { readonly offloaded: number; readonly total: number };
}

/** The share in one table, and when that was. */
export interface TimelinePoint extends TableShare {
  readonly time: string | null;
  readonly phase: string | null;
}

/** A timeline of two is what is compared anyway. */
const LEAST_TABLES = 3;

/** Tables listed. */
const MOST_POINTS = 500;

/** The tables that can be compared with each other, in their order. */
export function timelineOf(host: HostReport): Timeline | null {
  const { order, tables } = tableSeries(host);
  if (tables.length < LEAST_TABLES) return null;
  return {
    tables: tables.length,
    order,
    points: spread(tables, MOST_POINTS).map(pointOf),
    settings: settingSteps(host),
  };
}

function pointOf({ source, line, time, phase, eligible, raw }: Snapshot): TimelinePoint {
  const { offloaded, inHost, transitional, total, ratio, interval } = eligible;
  const counts = { offloaded, inHost, transitional, total, ratio, interval };
  return { source, line, time, phase, ...counts, raw: { offloaded: raw.offloaded, total: raw.total } };
}

/** At most so many of them, the first and the last among them. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => all[Math.round(at * step)]).filter((one) => one !== undefined);
}
