import { createHash } from "node:crypto";
import type { Bundle } from "./bundle.ts";

/** One of several runs that share the same paths among them: the `part`-th of `of`, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Bytes of a digest that decide; all numbers of shards are far smaller. */
const DIGEST_BYTES = 6;

/**
 * The bundles of a shard. A bundle's name alone decides, and neither its place nor what else there is: each is in exactly
 * one shard, on every computer where it has that name, and stays there when others come.
 */
export function shardOf(bundles: readonly Bundle[], { part, of }: Shard): readonly Bundle[] {
  return bundles.filter(({ name }) => numberOf(name) % of === part - 1);
}

function numberOf(name: string): number {
  return createHash("sha256").update(name).digest().readUIntBE(0, DIGEST_BYTES);
}
