import { VERSION } from "../../report/index.ts";
import type { BundleTask, Outcome } from "../analyze-bundle.ts";

/** What goes through the queue to a worker: a plan, no capture. */
export interface BundleJob {
  /** Of the program that planned it. */
  readonly version: string;
  /** Eight hexadecimal digits for the run, which files of it are named by. */
  readonly run: string;
  /** The longest that the bundle may take. */
  readonly seconds: number;
  readonly task: BundleTask;
}

/** What comes back: what became of the bundle, or why nothing did, and the worker's name. */
export interface JobEnd {
  readonly worker: string;
  readonly outcome: Outcome | { readonly kind: "gaveUp"; readonly reason: string };
}

/**
 * Milliseconds for which a bundle is a worker's own. It is renewed for as long as the worker's process is alive, however
 * long the bundle takes; then others get it.
 */
export const LOCK_MS = 15_000;

/** The name that a worker has in the queue: other versions are told apart by it. */
export function workerName(computer: string, pid: number): string {
  return `${computer}/${pid}/${VERSION}`;
}

/** A worker as people tell it from others: its computer and process. */
export function workerShown(worker: string): string {
  return worker.slice(0, Math.max(0, worker.lastIndexOf("/")));
}

/** The version of the program by the name of its worker. */
export function versionOf(worker: string): string {
  return worker.split("/").at(-1) ?? "";
}
