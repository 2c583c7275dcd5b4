import { expect, it } from "vitest";
import { containerLike, containersOf } from "../../../src/captures/collectors/containers.ts";
import { pathOf } from "../../../src/captures/collectors/source-path.ts";

it("are the folders and archives around a file, archives without their endings", () => {
  expect(containersOf(pathOf("cases/one/a.tar.gz!inner/b (2).ZIP!deep/c.txt"))).toEqual([
    { name: "deep", by: "folder" },
    { name: "inner", by: "folder" },
    { name: "one", by: "folder" },
    { name: "cases", by: "folder" },
    { name: "b", by: "archive" },
    { name: "a", by: "archive" },
  ]);
});

it("are found by their names, the innermost first", () => {
  const like = containerLike(pathOf("SRV01_x/SRV02_x/a.txt"), /^(\w+)_x$/);
  expect(like).toMatchObject({ name: "SRV02_x", by: "folder" });
  expect(like?.found[1]).toBe("SRV02");
  expect(containerLike(pathOf("SRV01_x.txt"), /^(\w+)_x$/)).toBeUndefined();
});

it("are those of a path of Windows too", () => {
  expect(containersOf(pathOf("C:\\cases\\SRV01.zip!data\\netstat.txt")).map(({ name }) => name)).toEqual([
    "data",
    "cases",
    "C:",
    "SRV01",
  ]);
});
