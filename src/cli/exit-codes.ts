/** What the command line ends with. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  input: 3,
  coverage: 4,
  interrupted: 130,
} as const;
