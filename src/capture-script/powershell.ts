import { type ScriptCommand, scriptCommands } from "./commands.ts";

const opening = `# Collects what chimneysweep reads into one text file. It only shows settings and connections, changes nothing
# and sends nothing. Run it in a PowerShell that was opened as administrator, then send the file it names.
# Where scripts are not allowed to run: powershell -ExecutionPolicy Bypass -File FILE (with the name of this file).
$folder = if ($PSScriptRoot) { $PSScriptRoot } else { (Get-Location).Path }
$file = Join-Path $folder "chimneysweep-$env:COMPUTERNAME.txt"
try { Set-Content -Path $file -Value '' -ErrorAction Stop } catch { $file = Join-Path $env:TEMP "chimneysweep-$env:COMPUTERNAME.txt"; Set-Content -Path $file -Value '' }

function Add-Lines { process { $_ | Out-File -FilePath $file -Append -Encoding UTF8 -Width 4096 } }

function Add-Capture([string] $command, [scriptblock] $run) {
  Write-Host $command
  $rule = '======================================'
  $time = (Get-Date).ToString('yyyyMMdd HH:mm:ss.fff', [Globalization.CultureInfo]::InvariantCulture)
  '', $rule, "\\\\$($env:COMPUTERNAME):", "$time : $command", $rule | Add-Lines
  try { & $run 2>&1 | Out-String -Stream -Width 4096 | Add-Lines } catch { "$_" | Add-Lines }
}

`;

const closing = `
Write-Host ""
Write-Host "Written: $file"
`;

/** A script for PowerShell 2.0 and later; it writes UTF-8. */
export function powershellScript(): string {
  return `${opening}${scriptCommands.map(step).join("")}${closing}`.replaceAll("\n", "\r\n");
}

function step({ command, shell }: ScriptCommand): string {
  const [typed = command] = command.split(" | ");
  return `Add-Capture '${typed}' { ${shell === "console" ? `cmd.exe /d /c '${command}'` : command} }\n`;
}
