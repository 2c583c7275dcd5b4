import { expect, it } from "vitest";
import { isSameHost } from "../../src/captures/same-host.ts";

it.each([
  ["SRV01", "srv01.example.com", true],
  ["PRODFILESERVER0", "prodfileserver01", true],
  ["SRV01", "SRV02", false],
  ["192.0.2.10", "192.0.2.10", true],
  ["192.0.2.10", "192.0.2.11", false],
  ["192.168.100.100", "192.168.100.1001", false],
  ["2001:db8:85a3::", "2001:db8:85a3::10", false],
  ["2001:DB8::10", "2001:db8::10", true],
  ["192", "192.0.2.10", false],
])("%s and %s are one host: %s", (one, other, expected) => {
  expect(isSameHost(one, other)).toBe(expected);
  expect(isSameHost(other, one)).toBe(expected);
});
