import { optionalPackage } from "../optional-package.ts";

/** What is used of the package node-sqlite3-wasm, by its own names. */
export interface Database {
  readonly isOpen: boolean;
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => Statement;
  readonly close: () => void;
}

interface Statement {
  readonly run: (values: (string | number | null)[]) => unknown;
  readonly finalize: () => void;
}

/** Opens a database in an empty file. Throws a MissingPackage where the package is not installed. */
export async function loadSqlite(path: string): Promise<Database> {
  const exported = await optionalPackage("SQLite", ["node-sqlite3-wasm"], () => import("node-sqlite3-wasm"));
  // CommonJS, which some loaders hand out whole and others by its names.
  const { Database: Opened } = "default" in exported ? (exported.default as typeof exported) : exported;
  return new Opened(path);
}
