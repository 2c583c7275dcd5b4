import { describe, expect, it } from "vitest";
import { byHost, computerOf, hostsOf, ownProperties } from "../../../../grammar/forms/objects/computers.ts";
import type { PrintedObject } from "../../../../grammar/forms/objects/printed-object.ts";

/** An object with properties as `Name=value`. */
function object(...properties: readonly string[]): PrintedObject {
  const entries = properties.map((property, at) => {
    const [label = "", value = ""] = property.split("=");
    return { from: at * 10, label, value };
  });
  return { from: 0, entries };
}

const named = (...properties: readonly string[]) => {
  const host = computerOf(object(...properties));
  return host && `${host.name} by ${host.by}${host.isRemote === true ? " (remote)" : ""} at ${host.from}`;
};

describe("the computer of an object", () => {
  it.each([
    ...["__SERVER", "CSName", "SystemName", "MachineName", "ComputerName", "Computer", "Server", "ServerName"],
    ...["HostName", "Host", "Node", "csname", "SYSTEMNAME"],
  ])("is named by %s", (label) => {
    expect(named(`${label}=SRV01`)).toBe(`SRV01 by ${label} at 0`);
  });

  it.each([
    [["PSComputerName=SRV01"], "SRV01 by PSComputerName (remote) at 0"],
    [["CSName=SRV01", "PSComputerName=SRV02"], "SRV02 by PSComputerName (remote) at 10"],
    [["Node=SRV01", "Server=SRV02"], "SRV02 by Server at 10"],
    [["Computer=SRV01", "CSName=SRV02"], "SRV02 by CSName at 10"],
    [["PSComputerName=192.0.2.1", "CSName=SRV02"], "SRV02 by CSName (remote) at 10"],
    [["CSName=192.0.2.1"], "192.0.2.1 by CSName at 0"],
    [["CSName= SRV01 "], "SRV01 by CSName at 0"],
    [["CSName=SRV..."], undefined],
    [["CSName=localhost", "Node=SRV01"], "SRV01 by Node at 10"],
    [["CSName="], undefined],
    [["Name=SRV01", "Display=SRV02"], undefined],
    [["CSName=SRV01", "RemoteAddress=192.0.2.9"], "SRV01 by CSName at 0"],
    [["Server=SRV01", "RemoteAddress=192.0.2.9"], undefined],
    [["Computer=SRV01", "RemoteAddress=192.0.2.9"], "SRV01 by Computer at 0"],
    [["RemoteAddress=192.0.2.9"], undefined],
    [[], undefined],
  ])("of %j is %s", (properties, expected) => {
    expect(named(...properties)).toBe(expected);
  });
});

it("what PowerShell adds is no property of the object", () => {
  const added = ["PSComputerName=SRV01", "RunspaceId=1", "psshowcomputername=True", "PSSourceJobInstanceId=2"];
  const own = ownProperties(object("Name=x", ...added, "CSName=y"));
  expect(own.entries.map(({ label }) => label)).toEqual(["Name", "CSName"]);
});

describe("values by their hosts", () => {
  const host = (name: string) => ({ name, by: "CSName", from: 0 });
  it("are gathered in the order in which hosts come, whatever their case", () => {
    const values = ["SRV02 a", "srv01 b", " c", "SRV01 d", "Srv02 e"];
    const groups = byHost(values, (value) => (value.startsWith(" ") ? undefined : host(value.split(" ")[0] ?? "")));
    expect(groups.map((group) => [group.host?.name, group.values])).toEqual([
      ["SRV02", ["SRV02 a", "Srv02 e"]],
      ["srv01", ["srv01 b", "SRV01 d"]],
      [undefined, [" c"]],
    ]);
  });

  it("are shares where several have records, else of one host", () => {
    const share = (name: string | undefined, ...records: readonly number[]) => ({
      host: name === undefined ? undefined : host(name),
      records: records.map((from) => ({ from })),
      traits: {},
    });
    expect(hostsOf([share("A", 1), share("B")])).toEqual({ host: host("A") });
    expect(hostsOf([share("B"), share("A", 1)])).toEqual({ host: host("A") });
    expect(hostsOf([share(undefined, 1)])).toEqual({ host: undefined });
    expect(hostsOf([])).toEqual({ host: undefined });
    const two = [share("A", 1), share("B", 2)];
    expect(hostsOf([...two, share("C")])).toEqual({ shares: two });
  });
});
