/** What the command line ends with. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  input: 3,
  coverage: 4,
  interrupted: 130,
} as const;

/** A process that a signal ended is told by its number behind this, as shells do. */
export const FIRST_OF_SIGNALS = 128;
