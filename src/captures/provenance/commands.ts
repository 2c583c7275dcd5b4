/** Programs whose command lines are taken for an echo when they stand alone on a line. */
const programs =
  /^(?:[A-Za-z]:\\[^\s"]{1,200}\\)?(?:netstat|netsh|ipconfig|hostname|route|arp|nbtstat|systeminfo|ver|winver|reg|sc|net|ping|tracert|getmac|wmic|whoami|msinfo32|tasklist|Get-[A-Za-z]{3,40})(?:\.exe)?(?=\s|$)/i;

/** Programs that are run by their name alone: "Hostname    REG_SZ    FILES01" is a registry value. */
const takesNothing = /^(?:hostname|ver|winver)(?:\.exe)?$/i;

/** Words of a netsh command are plain words, numbers and name=value; anything else is somebody's sentence. */
const netshWord = /^(?:[a-z][a-z0-9]{0,31}|[a-z]{2,20}=\S{1,80}|\d{1,6}|[/-][a-z]{1,10}|["']\S{0,80})$/i;
const switchOrValue = /^(?:[-/][\w:?]{1,40}|\d{1,6}|tcp|udp|tcpv6|udpv6|ip|ipv6|icmp|\*)$/i;
const longestEcho = 300;

/** Words that make a line that starts like a netsh command a sentence about it. */
const sentenceWords = /\b(?:is|was|are|the|that|this|and|says|shows|showed|output|command|result|results)\b/i;

/** The command line that the text is, when it is nothing but that: "netstat -nato", not "netstat shows me". */
export function bareCommand(text: string): string | null {
  const line = unquoted(text.trim());
  if (line.length === 0 || line.length > longestEcho || !programs.test(line)) return null;
  // What follows a pipe or a redirection belongs to the command line but has no shape to check.
  const [command = ""] = line.split(/\s*[|>&]{1,2}\s*/, 2);
  const [program = "", ...words] = command.split(/\s{1,20}/);
  if (/netsh/i.test(program)) {
    return words.length > 0 &&
      words.length <= 12 &&
      words.every((word) => netshWord.test(word)) &&
      !sentenceWords.test(command)
      ? line
      : null;
  }
  if (words.length > 0 && takesNothing.test(program)) return null;
  // PowerShell puts the name of the command before what it has to say of it.
  if (words[0] === ":") return null;
  if (words.every((word) => switchOrValue.test(word))) return line;
  // Other programs take arguments of any shape; without switches they are told from prose by being short.
  const isProse = /netstat/i.test(program) || words.length > 6 || sentenceWords.test(command);
  return isProse ? null : line;
}

function unquoted(text: string): string {
  const first = text[0];
  const isQuoted = text.length > 2 && (first === '"' || first === "'" || first === "`") && text.endsWith(first);
  return isQuoted ? text.slice(1, -1).trim() : text;
}
