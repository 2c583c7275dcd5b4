import { expect, it } from "vitest";
import { pathOf } from "../../../src/captures/collectors/source-path.ts";
import { newName } from "./collector.ts";

it("knows its files by their folder, which names host and time", () => {
  expect(newName.attribute(pathOf("cases/new-name_SRV01_20240115-102233.zip!netstat.txt"), "")).toEqual({
    collector: "new-name",
    holdsCaptures: true,
    host: { name: "SRV01", by: "archive" },
    time: "2024-01-15T10:22:33",
  });
});

it.each(["cases/netstat.txt", "new-name_SRV01.zip!netstat.txt"])("does not know %s", (name) => {
  expect(newName.attribute(pathOf(name), "")).toBeUndefined();
});
