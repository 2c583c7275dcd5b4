/** The library in Node: all of `chimneysweep`, and what opens files, folders, archives and mails. */
export * from "./index.ts";
export {
  defaultLimits,
  type FileSystem,
  type Limits,
  openContents,
  openSources,
  type SourceOptions,
} from "./sources/index.ts";
