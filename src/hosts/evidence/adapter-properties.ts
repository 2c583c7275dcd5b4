import type { AdapterProperty } from "../../../grammar/index.ts";

type OnOff = "enabled" | "disabled";

/** The standardised keywords of connection offload; one adapter has one for each version of IP. */
const connectionKeywords = { ipv4: "*tcpconnectionoffloadipv4", ipv6: "*tcpconnectionoffloadipv6" };

/** Names that vendors give to the same where they use no standardised keyword. */
const CONNECTION_OFFLOAD = /TCP ?Connection ?Offload|TCP ?Offload ?Engine|\bTOE\b/i;

/** `*IPChecksumOffloadIPv4` and the like, and the properties of the cmdlet for them. */
const CHECKSUM = /^\*(?:IP|TCP|UDP)ChecksumOffloadIPv[46]$|^(?:Ip|Tcp|Udp)IPv[46]Enabled$/i;

/** `*LsoV2IPv4` and the like, and the properties of the cmdlet for them, which names version 1 only. */
const LARGE_SEND = /^(?:\*Lso)?V([12])IPv[46](?:Enabled)?$|^IPv[46]Enabled$/i;

/** Names under which a link's speed is printed; the value has to say the unit, too. */
const SPEED = /^\*SpeedDuplex$|^(?:Receive|Transmit)?LinkSpeed$|^Speed\b|^Link Speed\b|^NdisLinkSpeed$/i;
/** In hundreds of bits per second. */
const NDIS_SPEED = "NdisLinkSpeed";
const BITS = /(?:^|[^\d.])(\d{1,4}(?:\.\d{1,2})?) ?([GM])b(?:ps|it)/i;

/** Whether the property switches the offload of connections, and how it stands, for each version of IP. */
export function connectionOffloadOf(property: AdapterProperty): { readonly ipv4?: OnOff; readonly ipv6?: OnOff } {
  const state = onOff(property.value);
  if (state === undefined) return {};
  const keyword = property.keyword?.toLowerCase();
  if (keyword === connectionKeywords.ipv4) return { ipv4: state };
  if (keyword === connectionKeywords.ipv6) return { ipv6: state };
  if (keyword?.startsWith("*") || !CONNECTION_OFFLOAD.test(property.property)) return {};
  const names4 = /IPv4/i.test(property.property);
  const names6 = /IPv6/i.test(property.property);
  const isBoth = names4 === names6;
  return { ...((isBoth || names4) && { ipv4: state }), ...((isBoth || names6) && { ipv6: state }) };
}

/** The state of the property when it has the keyword, or the name as one of a cmdlet that prints no keywords. */
export function stateOf(property: AdapterProperty, keyword: string, name?: string): OnOff | undefined {
  const printed = property.keyword ?? property.property;
  const isMeant = [keyword, ...(property.keyword === null && name !== undefined ? [name] : [])].some(
    (candidate) => candidate.toLowerCase() === printed.toLowerCase(),
  );
  return isMeant ? onOff(property.value) : undefined;
}

/** How far an offload of checksums or large sends is switched on: partial is for one direction only. */
export function taskOffloadOf({ keyword, property, value }: AdapterProperty): OnOff | "partial" | undefined {
  const name = keyword ?? property;
  if (LARGE_SEND.test(name)) return onOff(value);
  if (!CHECKSUM.test(name)) return undefined;
  const word = value.toLowerCase().replaceAll(/[ &]/g, "");
  if (/^(?:rxtxenabled|txrxenabled|enabled|rxtx|3)$/.test(word)) return "enabled";
  if (/^(?:[rt]xenabled|[rt]x|1|2)$/.test(word)) return "partial";
  return /^(?:disabled|false|0)$/.test(word) ? "disabled" : undefined;
}

/** The version of large send offload that the property switches; undefined for one that is none of its. */
export function largeSendVersion({ keyword, property }: AdapterProperty): 1 | 2 | undefined {
  const name = LARGE_SEND.exec(keyword ?? property);
  return name === null ? undefined : name[1] === "1" ? 1 : 2;
}

/** The speed of the link in Mbps, where the property prints one with its unit. */
export function speedOf({ keyword, property, value }: AdapterProperty): number | undefined {
  if (!SPEED.test(keyword ?? property) && !SPEED.test(property)) return undefined;
  // WMI prints bits per second; what can't tell the speed says the greatest number there is.
  if (property === "Speed" && /^\d{7,12}$/.test(value)) return Number(value) / 1_000_000;
  if (property === NDIS_SPEED) return /^\d{5,10}$/.test(value) ? Number(value) / 10_000 : undefined;
  const [, digits, unit] = BITS.exec(value) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  return Number(digits) * (unit.toUpperCase() === "G" ? 1000 : 1);
}

/** Words in another language are not known, and then neither is the state. */
function onOff(value: string): OnOff | undefined {
  const word = value.trim().toLowerCase();
  if (word === "enabled" || word === "enable" || word === "true" || word === "1" || word === "on") return "enabled";
  return word === "disabled" || word === "disable" || word === "false" || word === "0" || word === "off"
    ? "disabled"
    : undefined;
}
