/** The library in Node: all of `chimneysweep`, what opens files, folders, archives and mails, and what writes typed tables. */

export {
  type Dataset,
  type DatasetChoice,
  type DatasetFile,
  type DatasetName,
  type DatasetRendering,
  datasetNames,
  datasets,
  openDataset,
  type TableShape,
} from "./datasets/index.ts";
export * from "./index.ts";
export { MissingPackage } from "./optional-package.ts";
export {
  defaultLimits,
  type FileSystem,
  type Limits,
  openContents,
  openSources,
  type SourceOptions,
} from "./sources/index.ts";
