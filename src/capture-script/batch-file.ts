import { type ScriptCommand, scriptCommands } from "./commands.ts";

/** How a cmdlet is run from cmd: nothing happens where there is no PowerShell, or none that knows it. */
const POWERSHELL = "powershell -NoProfile -NonInteractive -Command";

/** Keeps PowerShell from breaking lines at the width of the window, which it does in a file too. */
const UNBROKEN = "Out-String -Width 4096";

/** The folder may have any name: in quotes `&` ends no command, and without delayed expansion `!` stays what it is. */
const opening = `@echo off
rem Collects what chimneysweep reads into one text file. It only shows settings and connections, changes nothing
rem and sends nothing. Run it in a command prompt that was opened as administrator, then send the file it names.
setlocal DisableDelayedExpansion
set "OUT=%~dp0chimneysweep-%COMPUTERNAME%.txt"
(type nul > "%OUT%") 2>nul || set "OUT=%TEMP%\\chimneysweep-%COMPUTERNAME%.txt"
type nul > "%OUT%"
`;

/**
 * The date and time come from WMI, or from PowerShell where WMI's command is gone: both print them alike in every
 * language, which %DATE% does not. Where neither is there, the heading has no time.
 */
const closing = `echo.
echo Written: "%OUT%"
endlocal
goto :eof

:head
set "LDT="
for /f "tokens=2 delims==" %%i in ('wmic os get localdatetime /value 2^>nul ^| find "="') do set "LDT=%%i"
if not defined LDT for /f %%i in ('${POWERSHELL} "Get-Date -Format yyyyMMddHHmmss" 2^>nul') do set "LDT=%%i"
echo.
echo ======================================
echo \\\\%COMPUTERNAME%:
if defined LDT echo %LDT:~0,8% %LDT:~8,2%:%LDT:~10,2%:%LDT:~12,2% : %~1
if not defined LDT echo == %~1 ==
echo ======================================
goto :eof
`;

/** A script for cmd, Server 2003 and later. Lines end as cmd wants them. */
export function batchFile(): string {
  const steps = scriptCommands.map(step).join("");
  return `${opening}${steps}${closing}`.replaceAll("\n", "\r\n");
}

/** The heading says the command as a person would type it; a pipe within it has to be kept from cmd. */
function step({ command, shell }: ScriptCommand): string {
  const [typed = command] = command.split(" | ");
  const run = shell === "console" ? command : `${POWERSHELL} "${command} | ${UNBROKEN}"`;
  return `echo ${typed}
call :head "${typed}" >> "%OUT%"
${run} >> "%OUT%" 2>&1
`;
}
