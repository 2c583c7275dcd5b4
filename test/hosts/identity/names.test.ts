import { describe, expect, it } from "vitest";
import { knownNames } from "../../../src/hosts/identity/names.ts";

const never = () => false;

/** The hosts that the names are of, each as its forms, the one that is shown first. */
function hosts(names: readonly string[], apart: (one: string, other: string) => boolean = never) {
  const known = knownNames(names, apart);
  return [...new Set(names.map((name) => known.of(name)))].map((one) => [one?.shown, [...(one?.forms ?? [])].sort()]);
}

describe("names of one host", () => {
  it.each([
    ["in other case", ["SRV01", "srv01"], "SRV01"],
    ["with and without its domain", ["SRV01", "srv01.example.com"], "srv01.example.com"],
    ["cut to 15 characters", ["WAREHOUSE-FILES", "warehouse-files-01"], "warehouse-files-01"],
    [
      "cut, whole and with its domain",
      ["WAREHOUSE-FILES", "warehouse-files-01.example.com", "warehouse-files-01"],
      "warehouse-files-01.example.com",
    ],
    ["a name of the prototype", ["__proto__", "__PROTO__"], "__proto__"],
  ])("%s", (_, names, shown) => {
    expect(hosts(names)).toEqual([[shown, [...names].sort()]]);
  });
});

describe("names of several hosts", () => {
  it.each([
    ["different names", ["SRV01", "SRV02"]],
    ["one the beginning of the other, but not cut to 15", ["SRV01", "SRV011"]],
    ["the same name in two domains", ["srv01.example.com", "srv01.example.net"]],
    ["addresses", ["192.0.2.1", "192.0.2.10", "192.0.2"]],
    ["addresses of IPv6", ["2001:db8::192", "2001:db8::192.0.2.1"]],
  ])("%s", (_, names) => {
    expect(hosts(names)).toHaveLength(names.length);
  });

  it("a cut name that fits two is neither, and says so", () => {
    const names = ["WAREHOUSE-FILES", "warehouse-files-01", "warehouse-files-02"];
    expect(hosts(names)).toHaveLength(3);
    expect(knownNames(names, never).ambiguous).toEqual([
      { name: "WAREHOUSE-FILES", fits: ["warehouse-files-01", "warehouse-files-02"] },
    ]);
  });

  it("a short name that fits two domains is neither", () => {
    const names = ["srv01", "srv01.example.com", "srv01.example.net"];
    expect(hosts(names)).toHaveLength(3);
    expect(knownNames(names, never).ambiguous).toHaveLength(1);
  });

  it("with and without a domain is one host, whatever holds other names apart", () => {
    const shown = hosts(["SRVALPHA", "srvalpha.example.com"], () => true);
    expect(shown).toEqual([["srvalpha.example.com", ["SRVALPHA", "srvalpha.example.com"]]]);
  });

  it("what something holds apart", () => {
    expect(hosts(["WAREHOUSE-FILES", "warehouse-files-01"], () => true)).toHaveLength(2);
  });
});
