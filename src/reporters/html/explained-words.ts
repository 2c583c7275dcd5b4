/** Words of the report that its tables and marks explain. */
export const explainedWords = ["offloaded", "in host", "on the way", "eligible", "interval"] as const;
