import { type Source, source } from "./sources.ts";

/** The three features of the Scalable Networking Pack. */
export type PackFeature = "chimney" | "rss" | "netDma";

export const packMatrixSource: Source = source("kb912222", "table of interactions");

/** True for two features of Server 2003's pack that work together. Which of two that don't is used is in dispute. */
export function workTogether(one: PackFeature, other: PackFeature): boolean {
  return one === other || one === "rss" || other === "rss";
}
