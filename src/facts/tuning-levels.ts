/** A level of receive window auto-tuning. */
export interface TuningLevel {
  /** As show global prints it, in lower case. */
  readonly name: string;
  /** How far the window may grow (2 to the power of it times the default); null for a fixed window. */
  readonly scaleFactor: number | null;
}

export const tuningLevels: readonly TuningLevel[] = [
  { name: "normal", scaleFactor: 8 },
  { name: "disabled", scaleFactor: null },
  { name: "restricted", scaleFactor: 4 },
  { name: "highlyrestricted", scaleFactor: 2 },
  { name: "experimental", scaleFactor: 14 },
];

/** A level by its printed name. */
export function tuningLevel(name: string | number): TuningLevel | undefined {
  return tuningLevels.find((level) => level.name === name);
}
