/** The bands of Windows versions that facts and rules are stated for; clients belong to the server of their code base. */
export const osBands = ["2003", "2008", "2008R2", "2012", "2012R2", "2016", "1709+"] as const;

export type OsBand = (typeof osBands)[number];
