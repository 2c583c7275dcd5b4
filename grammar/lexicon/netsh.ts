/** netsh's own options that are followed by an argument: alias file, remote machine, user, password, script. */
const TAKES_ARGUMENT = /^-[arupf]$/i;
const NETSH = /(?:^|[\\/])netsh(?:\.exe)?$/i;
const HELP = /^(?:[-/]?\?|help)$/i;
/** Where one command of a line ends and the next begins. What a pipe leads to is no command of netsh. */
const SEPARATOR = /&|\||;/;
/** Longest command line of cmd.exe. */
const LONGEST_COMMAND = 8191;

/** A word that netsh takes in any abbreviation of at least `fewest` letters. */
type NetshWord = readonly [whole: string, fewest: number];

/**
 * True when a command line asks netsh for `show <subject>` of the TCP context, in any abbreviation that netsh takes:
 * `netsh -r SRV int tcp sh gl | findstr Chimney`. `fewest` is the number of letters that tell the subject from its
 * neighbours. Asking for help is something else.
 */
export function asksNetsh(command: string, subject: string, fewest: number): boolean {
  return asksNetshFor(command, [[["interface", 2]], [["tcp", 2]], [["show", 2]], [[subject, fewest]]]);
}

/** The same for any context: the words behind netsh and its options, each with its alternatives. */
export function asksNetshFor(command: string, path: readonly (readonly NetshWord[])[]): boolean {
  if (command.length > LONGEST_COMMAND) return false;
  return command.split(SEPARATOR).some((part) => {
    const words = part.replaceAll(/["'`]/g, " ").replaceAll(/[<>]/g, " > ").trim().split(/\s+/);
    const asked = words.slice(contextOf(words));
    return (
      path.every((alternatives, at) => alternatives.some(([whole, fewest]) => abbreviates(asked[at], whole, fewest))) &&
      !asked.slice(path.length).some((word) => HELP.test(word))
    );
  });
}

/** The same question about a command, its last answer kept: it is asked again for every line of an output. */
export function keepingLast(answers: (command: string) => boolean): (command: string | null) => boolean {
  let last: string | null = null;
  let answer = false;
  return (command) => {
    // Lines are asked about without a command in between: that is not to make it forget.
    if (command === null) return false;
    if (command !== last) {
      last = command;
      answer = answers(command);
    }
    return answer;
  };
}

/** Index of the first word after netsh and its options; the number of words when netsh is not called. */
function contextOf(words: readonly string[]): number {
  const netsh = words.findIndex((word) => NETSH.test(word));
  if (netsh < 0 || words.slice(0, netsh).some((word) => /^@?echo$/i.test(word))) return words.length;
  let at = netsh + 1;
  while (words[at]?.startsWith("-")) at += TAKES_ARGUMENT.test(words[at] ?? "") ? 2 : 1;
  return at;
}

function abbreviates(word: string | undefined, whole: string, fewest: number): boolean {
  return word !== undefined && word.length >= fewest && whole.startsWith(word.toLowerCase());
}
