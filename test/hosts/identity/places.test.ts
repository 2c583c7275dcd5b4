import { expect, it } from "vitest";
import { isHostLike, placeOfSource, prefixOf } from "../../../src/hosts/identity/places.ts";

it.each([
  ["APP52__netstat.txt", "APP52"],
  ["app-52.netstat.nato.txt", "app-52"],
  ["SRV01_tcp_global.log", "SRV01"],
  ["SRV01 netstat after.txt", "SRV01"],
  ["netstat.txt", ""],
  ["before-netstat.txt", ""],
  ["2024-03-05-netstat.txt", ""],
  ["SRV01.txt", ""],
  ["netstat-SRV01.txt", ""],
])("%s begins with %j", (file, prefix) => {
  expect(prefixOf(file)).toBe(prefix);
});

it.each([
  ["APP52", true],
  ["web-frontend", true],
  ["client", false],
  ["client-before", false],
  ["INC0012345", false],
  ["case-4711", false],
  ["20240305", false],
  ["-", false],
])("%s may be a host: %s", (name, expected) => {
  expect(isHostLike(name)).toBe(expected);
});

it.each([
  ["netstat.txt", [""]],
  ["a/b/netstat.txt", ["a/b/", "a/"]],
  ["/a/netstat.txt", ["/a/", "/"]],
  ["x/b.zip!c/netstat.txt", ["x/b.zip!c/", "x/b.zip!"]],
  ["x/b.zip!c.zip!netstat.txt", ["x/b.zip!c.zip!"]],
  ["a/APP52_tcp.txt", ["a/APP52*", "a/"]],
])("around %s lie %j", (source, keys) => {
  expect(placeOfSource(source).containers.map(({ key }) => key)).toEqual(keys);
});
