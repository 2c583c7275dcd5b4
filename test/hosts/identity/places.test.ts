import { expect, it } from "vitest";
import { isAboutFiles, isHostLike, isHostLikeFolder, nameInFile } from "../../../src/hosts/identity/file-names.ts";
import { placeOfSource } from "../../../src/hosts/identity/places.ts";

it.each([
  ["APP52__netstat.txt", "APP52"],
  ["app-52.netstat.nato.txt", "app-52"],
  ["SRV01_tcp_global.log", "SRV01"],
  ["SRV01 netstat after.txt", "SRV01"],
  ["netstat.txt", ""],
  ["before-netstat.txt", ""],
  ["2024-03-05-netstat.txt", ""],
  ["SRV01.txt", ""],
  ["netstat-SRV01.txt", "SRV01"],
  ["netstat_before_SRV01_2024-05-01.txt", "SRV01"],
  ["netstat.SRV01.txt", "SRV01"],
  ["systeminfo srv-01.example.com.txt", "srv-01.example.com"],
  ["netstat_run2.txt", ""],
  ["netstat_problem.txt", ""],
  ["netstat_2.txt", ""],
  ["win-7f3k2_netstat.txt", "win-7f3k2"],
  ["netstatSRV01.txt", "SRV01"],
  ["NetstatSRVALPHA.txt", "SRVALPHA"],
  ["SRV01netstat.txt", "SRV01"],
  ["netstatBEFORE.txt", ""],
  ["netstat2024.txt", ""],
])("%s names %j", (file, name) => {
  expect(nameInFile(file)).toBe(name);
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

it.each([
  ["SRV-01-netstat.txt", "SRV-01"],
  ["SRV-01_netstat_2.txt", "SRV-01"],
  ["SRV_12345.tcp.out.txt", "SRV_12345"],
  ["SRV.123456.tcp.txt", "SRV"],
  ["SRV 20240305 1.tcp.txt", "SRV"],
  ["app-52_mar05_10h15_ipconfig.txt", "app-52"],
  ["SRV 2024-03-05 tcp.txt", "SRV"],
  ["SRV-2019_tcp.txt", "SRV-2019"],
  ["app-52.tcp.longending", ""],
  ["netstat-nato-12.txt", ""],
  ["1-netstat.txt", ""],
  ["", ""],
  [".txt", ""],
  ["SRV01-.txt", "SRV01"],
])("%s begins with %j as well", (file, prefix) => {
  expect(nameInFile(file)).toBe(prefix);
});

it.each([
  ["a", false],
  ["x1", true],
  ["-x1", false],
  ["x_1.example-2", true],
  ["x 1", false],
  [`x${"1".repeat(62)}`, true],
  [`x${"1".repeat(63)}`, false],
  ["SERVER", false],
  ["server-client", false],
  ["server-jan05", false],
  ["server-app", true],
  ["sr1234", false],
  ["sr12", true],
  ["REQ_123", false],
  ["tick#123", false],
  ["chg#123x", false],
  ["xinc123", true],
])("%s may be a host too: %s", (name, expected) => {
  expect(isHostLike(name)).toBe(expected);
});

it.each([
  ["WEB1", true],
  ["WEB", false],
  ["W1", false],
  ["netstat1", true],
  ["case-1234", false],
])("a folder %s may be a host: %s", (name, expected) => {
  expect(isHostLikeFolder(name)).toBe(expected);
});

it.each([
  ["before", true],
  ["active configuration hotfix n report t", true],
  ["chimneystats connections hostname nat results tcpip", true],
  ["netstat 2", true],
  ["2024-03-05", true],
  ["Mar05_10h15", true],
  ["", true],
  ["before-APP52", false],
  ["mars05", false],
  ["10h155", false],
])("%j only says what files hold: %s", (name, expected) => {
  expect(isAboutFiles(name)).toBe(expected);
});

it.each([
  ["x/b.zip!c/APP52_tcp.txt", "x/b.zip!c/", "APP52_tcp.txt", "prefix APP52, folder c, archive b.zip"],
  ["x/b.zip!d.zip!n.txt", "x/b.zip!d.zip!", "n.txt", "archive d.zip"],
  ["n.txt", "", "n.txt", "folder "],
  ["APP52_tcp.txt", "", "APP52_tcp.txt", "prefix APP52, folder "],
])("%s lies in %j as %s, within %s", (source, folder, file, around) => {
  const place = placeOfSource(source);
  expect([place.folder, place.file]).toEqual([folder, file]);
  expect(place.containers.map(({ kind, name }) => `${kind} ${name}`).join(", ")).toBe(around);
});
