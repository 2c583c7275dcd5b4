import { isAbsolute, relative, sep } from "node:path";
import { reporters } from "../reporters/index.ts";
import { type BundleReports, bundleReportName } from "./bundle-report.ts";

/** How the page of all bundles links to the report of each: by a path from one folder to the other, so both may move together. */
export function reportLinks(reports: BundleReports, from: string): ((bundle: string) => string) | undefined {
  const way = relative(from, reports.path);
  // Nothing leads from one drive to another.
  if (isAbsolute(way)) return undefined;
  const folders = way.split(sep).filter((part) => part !== "");
  const ending = reporters[reports.format].endings[0] ?? "";
  return (bundle) =>
    [".", ...folders, ...bundleReportName(bundle, ending).split("/")].map(encodeURIComponent).join("/");
}
