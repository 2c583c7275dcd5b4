import { COMMON } from "./command-help.ts";
import { type Command, commands, commandTable } from "./command-table.ts";
import { optionTable } from "./option-table.ts";

/** Shells that there is a completion for. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const;

export type Shell = (typeof shells)[number];

/** Every word that may stand first, and what it does. */
const firstWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(commands.map((name) => [name, commandTable[name].about])),
  completion: "Print the completion of a shell",
  help: "Help on a command",
};

/** The script that makes a shell complete commands and options: all of them from the tables that the help is made of. */
export function completion(shell: Shell): string {
  return { bash, zsh, fish, powershell }[shell]();
}

/** Options of a command, each with its dashes. */
function optionsOf(command: Command): readonly string[] {
  return [...commandTable[command].options, ...COMMON, "help"].map((name) => `--${name}`);
}

function describe(option: string): string {
  return optionTable[option.slice(2)]?.describe ?? "This help";
}

function bash(): string {
  const cases = commands.map((name) => `    ${name}) words="${optionsOf(name).join(" ")}" ;;`);
  return `# bash completion of chimneysweep: source <(chimneysweep completion bash)
_chimneysweep() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    completion) words="${shells.join(" ")}" ;;
    help) words="${commands.join(" ")} captures options man" ;;
    *) words="${optionsOf("analyze").join(" ")}" ;;
  esac
  if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then words="${Object.keys(firstWords).join(" ")}"
  elif [[ $current != -* && \${COMP_WORDS[1]} != completion && \${COMP_WORDS[1]} != help ]]; then words=""; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _chimneysweep chimneysweep
`;
}

function zsh(): string {
  const quoted = (text: string) => text.replace(/[[\]:'\\]/g, " ");
  const specs = (command: Command) =>
    optionsOf(command)
      .map((option) => `'${option}[${quoted(describe(option))}]${isSwitch(option) ? "" : ":value:_files"}'`)
      .join(" ");
  const named = Object.entries(firstWords).map(([name, about]) => `    '${name}:${quoted(about)}'`);
  const cases = commands.map((name) => `    ${name}) _arguments ${specs(name)} '*:path:_files' ;;`);
  return `#compdef chimneysweep
# zsh completion of chimneysweep: chimneysweep completion zsh > "\${fpath[1]}/_chimneysweep"
_chimneysweep() {
  local -a names
  names=(
${named.join("\n")}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe 'command' names
    _files
    return
  fi
  local command=$words[2]
  case $command in
    ${commands.join("|")}|completion|help) shift words; (( CURRENT-- )) ;;
  esac
  case $command in
${cases.join("\n")}
    completion) _values 'shell' ${shells.join(" ")} ;;
    help) _describe 'command' names ;;
    *) _arguments ${specs("analyze")} '*:path:_files' ;;
  esac
}
compdef _chimneysweep chimneysweep
`;
}

function fish(): string {
  const quoted = (text: string) => `'${text.replace(/['\\]/g, "\\$&")}'`;
  const first = Object.entries(firstWords).map(
    ([name, about]) => `complete -c chimneysweep -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
  );
  const options = Object.entries(optionTable).map(([name, { describe: text = "", type }]) => {
    const users = commands.filter((command) => optionsOf(command).includes(`--${name}`));
    const where = users.includes("analyze")
      ? `not __fish_seen_subcommand_from ${commands.filter((command) => !users.includes(command)).join(" ")}`
      : `__fish_seen_subcommand_from ${users.join(" ")}`;
    const isAll = users.length === commands.length;
    return `complete -c chimneysweep${isAll ? "" : ` -n '${where}'`} -l ${name}${type === "string" ? " -r" : ""} -d ${quoted(text)}`;
  });
  return `# fish completion of chimneysweep: chimneysweep completion fish | source
${first.join("\n")}
complete -c chimneysweep -n '__fish_seen_subcommand_from completion' -f -a '${shells.join(" ")}'
complete -c chimneysweep -n '__fish_seen_subcommand_from help' -f -a '${commands.join(" ")} captures options man'
${options.join("\n")}
`;
}

function powershell(): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const tables = commands.map((name) => {
    const lines = optionsOf(name).map((option) => `      ${quoted(option)} = ${quoted(describe(option))}`);
    return `    ${quoted(name)} = [ordered]@{\n${lines.join("\n")}\n    }`;
  });
  const abouts = Object.entries(firstWords).map(([name, about]) => `    ${quoted(name)} = ${quoted(about)}`);
  return `# PowerShell completion of chimneysweep: chimneysweep completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName chimneysweep, chimneysweep.exe -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${abouts.join("\n")}
  }
  $options = @{
${tables.join("\n")}
  }
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $isFirst = $words.Count -le 1 -or ($words.Count -eq 2 -and $wordToComplete -ne '')
  $command = if ($words.Count -gt 1 -and $commands.Contains($words[1])) { $words[1] } else { 'analyze' }
  $found = if ($wordToComplete -like '-*') { $options[$command] }
    elseif ($isFirst) { $commands }
    elseif ($command -eq 'completion') { [ordered]@{ ${shells.map((shell) => `'${shell}' = 'shell'`).join("; ")} } }
    elseif ($command -eq 'help') { $commands }
    else { @{} }
  foreach ($name in $found.Keys) {
    if ($name -like "$wordToComplete*") {
      [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $found[$name])
    }
  }
}
`;
}

function isSwitch(option: string): boolean {
  return optionTable[option.slice(2)]?.type !== "string";
}
