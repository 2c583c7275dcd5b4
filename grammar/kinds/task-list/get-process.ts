import { computerOf } from "../../forms/objects/computers.ts";
import { isCutCell, type PrintedObject, propertyOf } from "../../forms/objects/printed-object.ts";
import type { ListedTask } from "./task.ts";

/** Properties that only a process has, in a list of them. */
export const ownLabels: readonly string[] = [
  ...["Handles", "SI", "NPM", "HandleCount", "BasePriority", "PagedMemorySize", "PagedMemorySize64", "WorkingSet64"],
  ...["MainWindowHandle", "ParentProcessId", "WorkingSetSize", "ThreadCount"],
];

/** Names of the property with the process id, and of those with the image. */
const ids = ["Id", "ProcessId", "PID"];
const images = ["ProcessName", "Name", "ImageName", "Image", "Caption"];
/** Services have process ids as well. */
const ofServices = ["StartMode", "State", "Status", "DisplayName"];

const digits = /^\d{1,10}$/;

/** The process that an object is; none where it has no id or no name. */
export function taskOf(object: PrintedObject): readonly ListedTask[] {
  const id = ids.map((label) => propertyOf(object, label)).find((value) => value !== undefined && value !== "");
  const image = images.map((label) => propertyOf(object, label)).find((value) => value !== undefined && value !== "");
  if (id === undefined || image === undefined || !digits.test(id) || isCutCell(image)) return [];
  if (ofServices.some((label) => propertyOf(object, label) !== undefined)) return [];
  return [{ from: object.from, pid: Number(id), image, host: computerOf(object) }];
}

/** True for the titles of a table of processes: behind the echoed command a part of them tells enough. */
export function areTaskTitles(titles: readonly string[], isAsked: boolean): boolean {
  const has = (names: readonly string[]) =>
    titles.some((title) => names.some((name) => name.toLowerCase() === title.toLowerCase()));
  if (!has(ids) || !has(images) || has(ofServices)) return false;
  return isAsked || has(["ProcessName", "ProcessId"]) || has(ownLabels);
}
