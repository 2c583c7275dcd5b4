import { describe, expect, it } from "vitest";
import { batchFile, powershellScript, scriptCommands } from "../../src/capture-script/index.ts";
import { analyze } from "../../src/index.ts";

const table = `
Active Connections

  Proto  Local Address          Foreign Address        State           PID      Offload State

  TCP    192.0.2.10:445         198.51.100.7:50012     ESTABLISHED     4\tInHost
`;

const outputs = new Map([
  ["hostname", "FILES-01\n"],
  ["ver", "\nMicrosoft Windows [Version 6.1.7601]\n"],
  ["netstat -nato", table],
  [
    "netsh int tcp show global",
    "TCP Global Parameters\n----------------------------------------------\nReceive-Side Scaling State          : enabled\nChimney Offload State               : automatic\n",
  ],
  ["netsh int tcp show chimneystats", "\nYour System Administrator has disabled TCP Chimney.\n\n"],
  [
    "Get-NetOffloadGlobalSetting",
    "\nReceiveSideScaling           : Enabled\nChimney                      : Automatic\nTaskOffload                  : Enabled\n",
  ],
]);

const typed = scriptCommands.map(({ command }) => command.split(" | ")[0] ?? "");

/** What the heading of the batch file prints, worked out from the file itself as cmd would. */
function batchHeading(command: string, date: string): string {
  const [, head = ""] = batchFile().split("\r\n:head\r\n");
  const echoes = head.split("\r\n").flatMap((line) => {
    const said = /^(?:if defined LDT )?echo(?:\.| (.*))$/.exec(line);
    return said === null ? [] : [said[1] ?? ""];
  });
  return echoes
    .map((line) =>
      line
        .replaceAll("%COMPUTERNAME%", "FILES-01")
        .replaceAll("%TYPED%", command)
        .replaceAll(/%LDT:~(\d+),(\d+)%/g, (_, from: string, length: string) =>
          date.substr(Number(from), Number(length)),
        ),
    )
    .join("\r\n");
}

/** A line of the batch file that runs a command and keeps what it prints. */
const isRun = (line: string) => line.includes('>> "%OUT%"') && !/^(?:call|echo|type|set| )/.test(line);

describe("the batch file", () => {
  const output = typed.map(
    (command) => `${batchHeading(command, "20240115102233.456000+060")}\r\n${outputs.get(command) ?? ""}`,
  );

  it("writes headings from which host, command and time of every capture are known", async () => {
    const { hosts } = await analyze(output.join("\r\n"));
    const captures = hosts.map(({ host, captures }) => ({
      host,
      captures: captures.map(({ command, time }) => ({ command, time })),
    }));
    const time = "2024-01-15T10:22:33";
    const commands = typed.filter((command) => outputs.has(command) && command !== "hostname");
    expect(captures).toEqual([{ host: "FILES-01", captures: commands.map((command) => ({ command, time })) }]);
  });

  it("runs every command, errors and all into the file", () => {
    const lines = batchFile().split("\r\n");
    const runs = scriptCommands.map(({ command }) => lines.find((line) => line.includes(`${command} `) && isRun(line)));
    expect(runs.filter((line) => !line?.includes('>> "%OUT%"') || !line.includes(" 2>&1"))).toEqual([]);
    expect(lines.filter((line) => line.startsWith("call :head"))).toHaveLength(scriptCommands.length);
  });

  it("gives no program anything to wait for", () => {
    const runs = batchFile().split("\r\n").filter(isRun);
    expect(runs).toHaveLength(scriptCommands.length);
    expect(runs.filter((line) => !line.includes("<nul"))).toEqual([]);
  });

  it("takes WMI's output through a pipe, since it writes UTF-16 into a file, and clears its leftover away", () => {
    const runs = batchFile()
      .split("\r\n")
      .filter((line) => line.startsWith("wmic "));
    expect(runs.filter((line) => !line.endsWith(' 2>&1 <nul | find /v "" >> "%OUT%"'))).toEqual([]);
    expect(batchFile()).toContain('pushd "%TEMP%"');
    expect(batchFile()).toContain("del TempWmicBatchFile.bat");
  });

  it("names its file in quotes only, since the folder may be called R&D!", () => {
    expect(batchFile().replaceAll(/"[^"\r\n]*%OUT%"/g, "")).not.toContain("%OUT%");
    expect(batchFile()).toContain("\r\nsetlocal DisableDelayedExpansion\r\n");
  });

  it("keeps PowerShell from breaking the lines of lists", () => {
    const cmdlets = batchFile()
      .split("\r\n")
      .filter((line) => line.startsWith("powershell "));
    expect(cmdlets).toHaveLength(scriptCommands.filter(({ shell }) => shell === "cmdlet").length);
    expect(cmdlets.filter((line) => !line.includes(' | Out-String -Width 4096" >> '))).toEqual([]);
  });

  it("is plain ASCII with the line ends of cmd", () => {
    expect(batchFile()).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(batchFile().replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

describe("the PowerShell script", () => {
  it("runs every command under a heading with its name", () => {
    const script = powershellScript();
    expect(typed.filter((command) => !script.includes(`Add-Capture '${command}' {`))).toEqual([]);
  });

  it("writes the same heading as the batch file", () => {
    expect(powershellScript()).toContain(
      `"\\\\$($env:COMPUTERNAME):", "$(Get-Moment 'yyyyMMdd HH:mm:ss.fff') : $command"`,
    );
  });

  it("gives no program anything to wait for", () => {
    const consoles = powershellScript()
      .split("\r\n")
      .filter((line) => line.includes("cmd.exe"));
    expect(consoles).toHaveLength(scriptCommands.filter(({ shell }) => shell === "console").length);
    expect(consoles.filter((line) => !line.includes(" <nul'"))).toEqual([]);
  });

  it("is plain ASCII", () => {
    expect(powershellScript()).toMatch(/^[\x20-\x7e\r\n]+$/);
  });
});
