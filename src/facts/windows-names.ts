import type { OsBand } from "./os-bands.ts";

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
