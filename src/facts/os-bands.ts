/** The bands of Windows versions that facts and rules are stated for; clients belong to the server of their code base. */
export const osBands = ["2003", "2008", "2008R2", "2012", "2012R2", "2016", "1709+"] as const;

export type OsBand = (typeof osBands)[number];

/** A version as far as it is known. */
interface KnownWindows {
  readonly band: OsBand;
  readonly name?: string;
  readonly servicePack?: string;
}

const names: { readonly [B in OsBand]: string } = {
  "2003": "Windows Server 2003",
  "2008": "Windows Server 2008 or Vista",
  "2008R2": "Windows Server 2008 R2 or Windows 7",
  "2012": "Windows Server 2012 or Windows 8",
  "2012R2": "Windows Server 2012 R2 or Windows 8.1",
  "2016": "Windows Server 2016 or Windows 10 before 1709",
  "1709+": "Windows 10 1709, Windows Server 2019 or later",
};

/** The products of a band, for people. */
export function windowsName(band: OsBand): string {
  return names[band];
}

/** The version as people say it, with its service pack; that of a band where nothing more is known. */
export function osTitle({ band, name, servicePack }: KnownWindows): string {
  if (name === undefined) return windowsName(band);
  const isSaid = servicePack === undefined || servicePack === "0" || /\bSP ?\d|Service Pack/i.test(name);
  return isSaid ? name : `${name} SP${servicePack}`;
}
