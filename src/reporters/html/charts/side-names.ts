/** Where connections are, in the order of the parts of a bar; the names are those of the colours too. */
export const sideNames = {
  offloaded: "Offloaded",
  "in-host": "In host",
  "on-the-way": "On the way",
} as const;

export type SideName = keyof typeof sideNames;
