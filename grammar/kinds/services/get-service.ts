import { computerOf } from "../../forms/objects/computers.ts";
import { isCutCell, type PrintedObject, propertyOf } from "../../forms/objects/printed-object.ts";
import type { ListedService } from "./service.ts";

/** Properties that only a service has. */
export const ownLabels = [
  "CanPauseAndContinue",
  "CanShutdown",
  "DependentServices",
  "ServicesDependedOn",
  "RequiredServices",
];

/** Where the state is exported as its number. */
const states = ["stopped", "startpending", "stoppending", "running", "continuepending", "pausepending", "paused"];

/** The service that an object of Get-Service is; none where it has no name or no status. */
export function serviceOf(object: PrintedObject): readonly ListedService[] {
  const status = propertyOf(object, "Status");
  const name = propertyOf(object, "Name") ?? propertyOf(object, "ServiceName");
  const displayName = propertyOf(object, "DisplayName");
  const state = status === undefined ? undefined : (states[Number(status) - 1] ?? status.toLowerCase());
  if (state === undefined || !/^[a-z]{4,20}$/.test(state) || (name ?? displayName) === undefined) return [];
  const placed = { from: object.from, displayName: displayName ?? null, state, host: computerOf(object) };
  return [{ ...placed, name: name === undefined || isCutCell(name) ? null : name }];
}

/** True for the titles of a table of services: behind the echoed command a part of them tells enough. */
export function areServiceTitles(titles: readonly string[], isAsked: boolean): boolean {
  return titles.includes("Status") && titles.includes("Name") && (isAsked || titles.includes("DisplayName"));
}
