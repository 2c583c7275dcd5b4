import { expect, it } from "vitest";
import { attribute } from "../../../src/captures/collectors/index.ts";

const own = { collector: "Start-Transcript", holdsCaptures: true };

it.each([
  [
    "x/PowerShell_transcript.SRV01.pKr3xY+1.20240115102233.txt",
    { ...own, host: { name: "SRV01", by: "file name" }, time: "2024-01-15T10:22:33" },
  ],
  [
    "PowerShell_transcript.srv01.example.com.pKr3xY_1.20241315102233.txt",
    { ...own, host: { name: "srv01.example.com", by: "file name" } },
  ],
  ["PowerShell_transcript.20240115.txt", undefined],
  ["transcript.SRV01.txt", undefined],
])("%s", (name, known) => {
  expect(attribute(name, "")).toEqual(known);
});
