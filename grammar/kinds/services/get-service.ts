import { isCutCell, type PrintedObject, printedObjects, propertyOf } from "../../forms/objects/objects.ts";
import type { PlacedService, ServiceLayout } from "./sc.ts";

/** Properties that only a service has, in lower case. */
export const ownListLabels: ReadonlySet<string> = new Set([
  "canpauseandcontinue",
  "canshutdown",
  "dependentservices",
  "servicesdependedon",
  "requiredservices",
]);

const TITLE = /^[A-Z][A-Za-z0-9]{1,40}$/;
const MOST_TITLES = 20;

/** True for the titles of a table of services: behind the echoed command a part of them tells enough. */
export function isServiceTitles(line: string, asked: "asked" | "unasked"): boolean {
  if (!line.includes("Status")) return false;
  const titles = line.trim().split(/\s+/, MOST_TITLES);
  if (titles.length < 2 || !titles.every((title) => TITLE.test(title))) return false;
  const has = (title: string) => titles.includes(title);
  return has("Status") && has("Name") && (asked === "asked" || has("DisplayName"));
}

/** Reads a table or list of Get-Service; undefined when no object has a name and a status. */
export function getServiceLayout(texts: readonly string[]): ServiceLayout | undefined {
  const { objects, classes } = printedObjects(texts);
  const services = objects.flatMap(serviceOf);
  return services.length === 0 ? undefined : { services, classes, isWhole: false, isCut: false };
}

function serviceOf(object: PrintedObject): readonly PlacedService[] {
  const state = propertyOf(object, "Status");
  const name = propertyOf(object, "Name") ?? propertyOf(object, "ServiceName");
  const displayName = propertyOf(object, "DisplayName");
  if (state === undefined || !/^[A-Za-z]{4,20}$/.test(state) || (name ?? displayName) === undefined) return [];
  const placed = { ordinal: object.ordinal, displayName: displayName ?? null, state: state.toLowerCase() };
  return [{ ...placed, name: name === undefined || isCutCell(name) ? null : name }];
}
