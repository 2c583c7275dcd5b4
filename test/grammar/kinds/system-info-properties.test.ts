import { describe, expect, it } from "vitest";
import { isKnownProperty, isOwnProperty, statementOfObject } from "../../../grammar/kinds/system-info/properties.ts";

/** What an object with properties as `Name=value` says, as `name=value`; `asked` where the command was echoed. */
function said(properties: string, asked = true): string | undefined {
  const entries = properties.split("|").map((property, at) => {
    const [label = "", value = ""] = property.split("=");
    return { from: at * 10, label, value };
  });
  return statementOfObject({ from: 0, entries }, asked)
    ?.facts.map(({ name, value }) => `${name}=${value}`)
    .join(" ");
}

describe("a property of the system", () => {
  it.each([
    ...["CsDNSHostName", "DNSHostName", "CsName", "PSComputerName", "__SERVER", "Node"].map((name) => [
      `${name}=SRV01`,
      "hostName=SRV01",
    ]),
    ...["OsName", "Caption", "WindowsProductName", "ProductName", "caption"].map((name) => [
      `${name}=Microsoft Windows Server 2008 R2`,
      "osName=Microsoft Windows Server 2008 R2",
    ]),
    [
      "OsName=Microsoft Windows Server 2003 Service Pack 2",
      "osName=Microsoft Windows Server 2003 Service Pack 2 servicePack=2",
    ],
    ["Caption=Example Adapter", undefined],
    ...[
      "OsVersion",
      "Version",
      "VersionString",
      "OsBuildNumber",
      "BuildNumber",
      "CurrentBuildNumber",
      "CurrentBuild",
      "Build",
    ].map((name) => [`${name}=6.1.7601`, "version=6.1.7601"]),
    ["BuildNumber=7601", "version=6.1.7601"],
    ["CurrentBuild=19045", "version=10.0.19045"],
    ["OsBuildNumber=2195", "version=5.0.2195"],
    ["BuildNumber=2600", "version=5.1.2600"],
    ["BuildNumber=3790", "version=5.2.3790"],
    ["BuildNumber=6002", "version=6.0.6002"],
    ["BuildNumber=9200", "version=6.2.9200"],
    ["BuildNumber=9600", "version=6.3.9600"],
    ["BuildNumber=7700", undefined],
    ["VersionString=Microsoft Windows NT 6.1.7601 Service Pack 1", "version=6.1.7601 servicePack=1"],
    ["Version=7.4.14.0", undefined],
    ["CSDVersion=Service Pack 1", "servicePack=1"],
    ["ServicePack=2", "servicePack=2"],
    ["OsServicePackMajorVersion=01", "servicePack=1"],
    ["ServicePackMajorVersion=0", undefined],
    ["CSDVersion=, Service Pack 2, v.1", "servicePack=2"],
    ["WindowsEditionId=ServerStandard", "edition=ServerStandard"],
    ["EditionID=ServerStandard", "edition=ServerStandard"],
    ...["OsProductType", "ProductType", "WindowsInstallationType", "InstallationType"].map((name) => [
      `${name}=Server`,
      "productType=server",
    ]),
    ["OsProductType=WorkStation", "productType=client"],
    ["OsProductType=Work Station", "productType=client"],
    ["InstallationType=Client", "productType=client"],
    ["ProductType=1", "productType=client"],
    ["ProductType=2", "productType=server"],
    ["ProductType=3", "productType=server"],
    ["OsProductType=DomainController", "productType=server"],
    ["InstallationType=Server Core", "productType=server"],
    ["ProductType=4", undefined],
    ["CsManufacturer=Example Inc.", "systemManufacturer=Example Inc."],
    ["CsModel=Virtual Machine", "systemModel=Virtual Machine"],
    ["Model=Virtual Machine", "systemModel=Virtual Machine"],
    ...["CsNumberOfLogicalProcessors", "NumberOfLogicalProcessors", "CsNumberOfProcessors"].map((name) => [
      `${name}=8`,
      "processors=8",
    ]),
    ["CsModel=", undefined],
    ["HotFixID=KB2525390", "hotfix=KB2525390"],
    ["OsHotFixes={KB2525390, kb2532445}", "hotfix=KB2525390 hotfix=KB2532445"],
    ["Frotz=6.1.7601", undefined],
  ] as [string, string | undefined][])("%s says %s", (property, expected) => {
    expect(said(property)).toBe(expected);
    expect(said(property.replace(/^[^=]+/, (name) => name.toUpperCase()))).toBe(expected);
  });

  it.each([
    ["Caption=Microsoft Windows 7|OsName=Microsoft Windows 8", "osName=Microsoft Windows 8"],
    ["OsName=x|Caption=Microsoft Windows 7", "osName=Microsoft Windows 7"],
    ["BuildNumber=9600|Version=6.1.7601", "version=6.1.7601"],
    ["Version=6.1.7601|CSName=SRV01", "version=6.1.7601 hostName=SRV01"],
  ])("counts before others: %s", (properties, expected) => {
    expect(said(properties)).toBe(expected);
  });

  it.each([
    ["CSName=SRV01|Model=x", undefined],
    ["Caption=Microsoft Windows 7|CSName=SRV01", "osName=Microsoft Windows 7 hostName=SRV01"],
    ["HotFixID=KB2525390", "hotfix=KB2525390"],
    ["CSDVersion=Service Pack 1", "servicePack=1"],
  ])("without the command says what nothing else may say: %s", (properties, expected) => {
    expect(said(properties, false)).toBe(expected);
  });

  it("says whether the list of hotfixes is whole, and of which computer", () => {
    const of = (value: string) =>
      statementOfObject(
        {
          from: 3,
          entries: [
            { from: 3, label: "OsHotFixes", value },
            { from: 9, label: "CSName", value: "SRV01" },
          ],
        },
        true,
      );
    expect(of("{KB2525390}")).toMatchObject({ hotfixList: "whole", objects: [{ host: { name: "SRV01", from: 9 } }] });
    expect(of("{KB2525390, KB...}")?.hotfixList).toBe("cut");
    expect(of("{KB2525390, KB…")?.hotfixList).toBe("cut");
    expect(
      statementOfObject({ from: 3, entries: [{ from: 3, label: "HotFixID", value: "KB2525390" }] }, true),
    ).not.toHaveProperty("hotfixList");
  });

  it.each([
    ...["OsName", "OsVersion", "WindowsProductName", "CsDNSHostName", "OsBuildNumber", "OsHotFixes", "VersionString"],
    ...["CSName", "CSDVersion", "OSArchitecture", "ServicePackMajorVersion", "BuildNumber", "CurrentBuild", "HotFixID"],
  ])("is %s, which nothing else has", (name) => {
    expect([isOwnProperty(name), isOwnProperty(name.toLowerCase()), isKnownProperty(name)]).toEqual([true, true, true]);
  });

  it.each(["Caption", "Version", "Node", "Model", "EditionID", "ProductType", "CsManufacturer"])(
    "is %s, which others may have",
    (name) => {
      expect([isOwnProperty(name), isKnownProperty(name)]).toEqual([false, true]);
    },
  );

  it.each(["", "Name", "Frotz"])("is not %j", (name) => {
    expect([isOwnProperty(name), isKnownProperty(name)]).toEqual([false, false]);
  });
});
