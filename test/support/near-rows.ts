import fc from "fast-check";
import { netstatTable } from "./netstat-generator.ts";

/** Changes that keep a line near to a row: a cell, a character or the gap between two cells becomes something else. */
const cells = [
  ...[
    "TCP",
    "UDP",
    "TCPv6",
    "UDPv6",
    "tcp",
    "192.0.2.1:445",
    "[fe80::1%9]:80",
    "a:b:c:1",
    "*:*",
    "host",
    ":",
    ":1",
    "a:",
  ],
  ...["ESTABLISHED", "FROTZ", "InHost", "inhost", "Offloaded", "InHos", "4", "4294967295", "12345678901", "0x4", "4x"],
  ...["<---", "(x)", "#1", "[a.exe]", "ü", "ABH?REN", "x".repeat(64), "x".repeat(65), "1".repeat(301), ""],
];
const gaps = ["  ", "\t", " ", "", "     ", " \t "];

/** A line of such cells. */
export const nearRow = fc
  .array(fc.tuple(fc.constantFrom(...cells), fc.constantFrom(...gaps)), { maxLength: 8 })
  .map((parts) => parts.flat().join(""));

/** A line of a table with such a change. */
export const nearTable = fc
  .tuple(netstatTable, fc.nat(), fc.nat(), fc.constantFrom(...cells, ...gaps))
  .map(([{ lines }, which, where, by]) => {
    const { text } = lines[which % lines.length] ?? { text: "" };
    const at = where % (text.length + 1);
    return text.slice(0, at) + by + text.slice(at + (where % 3));
  });
