/** What the command line ends with; 1 is for findings at or above --fail-on, which no rule makes yet. */
export const exitCodes = {
  done: 0,
  usage: 2,
  input: 3,
  coverage: 4,
  interrupted: 130,
} as const;
