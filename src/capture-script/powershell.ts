import { type ScriptCommand, scriptCommands } from "./commands.ts";

const opening = `# Collects what chimneysweep reads into one text file. It only shows settings and connections, changes nothing
# and sends nothing. Run it in a PowerShell that was opened as administrator, then send the file it names.
# To compare before and after: run it with the word start, do what is to be examined, run it with the word stop.
# Where scripts are not allowed to run: powershell -ExecutionPolicy Bypass -File FILE (with the name of this file).
param([ValidateSet('', 'start', 'stop')] [string] $Moment = '')

function Get-Moment([string] $form) { (Get-Date).ToString($form, [Globalization.CultureInfo]::InvariantCulture) }

$name = @("chimneysweep-$env:COMPUTERNAME", $Moment, (Get-Moment 'yyyyMMdd-HHmmss')) -ne '' -join '-'
$folder = if ($PSScriptRoot) { $PSScriptRoot } else { (Get-Location).Path }
$file = Join-Path $folder "$name.txt"
try { Set-Content -Path $file -Value '' -ErrorAction Stop } catch { $file = Join-Path $env:TEMP "$name.txt"; Set-Content -Path $file -Value '' }

function Add-Lines { process { $_ | Out-File -FilePath $file -Append -Encoding UTF8 -Width 4096 } }

function Add-Capture([string] $command, [scriptblock] $run) {
  Write-Host $command
  $rule = '======================================'
  '', $rule, "\\\\$($env:COMPUTERNAME):", "$(Get-Moment 'yyyyMMdd HH:mm:ss.fff') : $command", $rule | Add-Lines
  try { & $run 2>&1 | Out-String -Stream -Width 4096 | Add-Lines } catch { "$_" | Add-Lines }
}

$user = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
if (-not $user.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
  Write-Warning 'This is not run as administrator: some commands will refuse. Better start it again as administrator.'
  'Not run as administrator.' | Add-Lines
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

/** No program may wait for an answer. */
function step({ command, shell }: ScriptCommand): string {
  const [typed = command] = command.split(" | ");
  return `Add-Capture '${typed}' { ${shell === "console" ? `cmd.exe /d /c '${command} <nul'` : command} }\n`;
}
