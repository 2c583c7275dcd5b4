export {
  type Dataset,
  type DatasetFile,
  type DatasetName,
  datasetNames,
  type TableShape,
} from "./dataset.ts";
export { datasets, endingsOf, isDataset, type OutputFormat, outputFormats } from "./registry.ts";
export {
  type DatasetChoice,
  type DatasetFileName,
  type DatasetRendering,
  datasetFiles,
  openDataset,
  shapesOf,
} from "./report-file.ts";
