import { type ScriptCommand, scriptCommands } from "./commands.ts";

/** How a cmdlet is run from cmd: nothing happens where there is no PowerShell, or none that knows it. */
const POWERSHELL = "powershell -NoProfile -NonInteractive -Command";

/** Keeps PowerShell from breaking lines at the width of the window, which it does in a file too. */
const UNBROKEN = "Out-String -Width 4096";

/** What WMI's command leaves in the current folder on Server 2003 and XP when a batch file runs it. */
const LEFTOVER = "TempWmicBatchFile.bat";

/**
 * The folder may have any name: in quotes `&` ends no command, and without delayed expansion `!` stays what it is.
 * The current folder is a temporary one, because WMI's command leaves a file there. Who lacks the rights of an
 * administrator can't read the key of LOCAL SERVICE, on every version of Windows.
 */
const opening = `@echo off
rem Collects what chimneysweep reads into one text file. It only shows settings and connections, changes nothing
rem and sends nothing. Run it in a command prompt that was opened as administrator, then send the file it names.
rem To compare before and after: run it with the word start, do what is to be examined, run it with the word stop.
setlocal DisableDelayedExpansion
set "MOMENT="
if /i "%~1"=="start" set "MOMENT=-start"
if /i "%~1"=="stop" set "MOMENT=-stop"
if not "%~1"=="" if not defined MOMENT (
  echo Usage: %~nx0 [start ^| stop]
  exit /b 2
)
pushd "%TEMP%"
call :now
set "NAME=chimneysweep-%COMPUTERNAME%%MOMENT%"
if defined LDT set "NAME=%NAME%-%LDT:~0,8%-%LDT:~8,6%"
if not defined LDT set "NAME=%NAME%-%RANDOM%"
set "OUT=%~dp0%NAME%.txt"
type nul > "%OUT%"
if not exist "%OUT%" set "OUT=%TEMP%\\%NAME%.txt"
reg query HKU\\S-1-5-19 >nul 2>&1 <nul || (
  echo This is not run as administrator: some commands will refuse. Better start it again as administrator.
  echo Not run as administrator. >> "%OUT%"
)
`;

/**
 * The date and time come from WMI, or from PowerShell where WMI's command is gone: both print them alike in every
 * language, which %DATE% does not. Where neither is there, the heading has no time.
 *
 * Explorer runs a file by its whole path in two pairs of quotation marks, and closes the window at the end: it waits for
 * a key then, so that the name of the file can be read. Nobody could press one where there is no session.
 */
const closing = `echo.
echo Written: "%OUT%"
if exist ${LEFTOVER} del ${LEFTOVER}
popd
set "CALL=%CMDCMDLINE:"='%"
if "%~1"=="" if defined SESSIONNAME if not "%CALL:''=%"=="%CALL%" pause
endlocal
goto :eof

:now
set "LDT="
for /f "tokens=2 delims==" %%i in ('wmic os get localdatetime /value 2^>nul ^<nul ^| find "="') do set "LDT=%%i"
if not defined LDT for /f %%i in ('${POWERSHELL} "Get-Date -Format yyyyMMddHHmmss" 2^>nul ^<nul') do set "LDT=%%i"
goto :eof

:head
call :now
echo.
echo ======================================
echo \\\\%COMPUTERNAME%:
if defined LDT echo %LDT:~0,8% %LDT:~8,2%:%LDT:~10,2%:%LDT:~12,2% : %TYPED%
if not defined LDT echo == %TYPED% ==
echo ======================================
goto :eof
`;

/** A script for cmd, Server 2003 and later. Lines end as cmd wants them. */
export function batchFile(): string {
  const steps = scriptCommands.map(step).join("");
  return `${opening}${steps}${closing}`.replaceAll("\n", "\r\n");
}

/**
 * The heading says the command as a person would type it; a pipe within it has to be kept from cmd. It is handed over as
 * a variable: there are quotation marks in commands, and not every cmd takes those of an argument alike.
 */
function step({ command, shell }: ScriptCommand): string {
  const [typed = command] = command.split(" | ");
  return `echo ${typed}
set "TYPED=${typed}"
call :head >> "%OUT%"
${run(command, shell)}
`;
}

/** No program may wait for an answer. WMI's command writes UTF-16 into a file, and the letters of cmd into a pipe. */
function run(command: string, shell: ScriptCommand["shell"]): string {
  if (shell === "cmdlet") return `${POWERSHELL} "${command} | ${UNBROKEN}" >> "%OUT%" 2>&1 <nul`;
  if (command.startsWith("wmic ")) return `${command} 2>&1 <nul | find /v "" >> "%OUT%"`;
  return `${command} >> "%OUT%" 2>&1 <nul`;
}
