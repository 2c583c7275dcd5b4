import { describe, expect, it } from "vitest";
import { callOf } from "../../../grammar/lexicon/programs.ts";

const reg = callOf("reg");
const version = callOf("ver", "winver");

describe("a call of reg", () => {
  it.each([
    ["reg query HKLM\\SYSTEM /s", ["query", "HKLM\\SYSTEM", "/s"], null],
    ['cmd /c "C:\\Windows\\System32\\reg.exe" query "HKLM\\A B" > a.txt 2>&1', ["query", "HKLM\\A B"], null],
    ['"C:\\Program Files\\reg.exe" query HKLM', ["query", "HKLM"], null],
    ["psexec \\\\APP-17 -s reg query HKLM | findstr /i tcp & ver", ["query", "HKLM"], "findstr /i tcp "],
    ["icm APP-17 { reg query HKLM\\{1} }", ["query", "HKLM\\{1}", "}"], null],
    ["cd \\ || reg query HKLM", ["query", "HKLM"], null],
    ["reg add HKLM & reg query HKLM", ["add", "HKLM"], null],
    ["echo reg query", undefined, null],
    ["regedit /e a.reg", undefined, null],
    ["find reg query", undefined, null],
    ['reg query "HKLM', ["query", '"HKLM'], null],
    ["", undefined, null],
  ])("%j", (command, words, pipe) => {
    expect(reg(command)).toEqual(words === undefined ? undefined : { words, pipe });
  });
});

it.each([
  ["ver", true],
  ["cmd /c ver", true],
  ["hostname&&ver", true],
  ["winver.exe", true],
  ["verify", false],
  ["wmic os get ver", false],
  [`ver ${"x".repeat(20_000)}`, false],
  [`${'"\\'.repeat(4000)}ver`, false],
])("%j calls ver: %s", (command, expected) => expect(version(command) !== undefined).toBe(expected));
