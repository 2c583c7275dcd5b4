import { virtualAdapter } from "./adapter-descriptions.ts";

/** Addresses that adapters give themselves, and those of the tunnels Teredo, 6to4 and ISATAP. */
const SELF_ASSIGNED_OR_TUNNEL = /^(?:169\.254\.|fe[89ab][0-9a-f]:|2001:0?:|2001:0{2,4}:|2002:)|:0{0,3}5efe:/i;

/** Adapters of a virtual private network, by what their vendors call them. */
const VPN = /\bVPN\b|\bPPPo?E?\b|\bRAS\b|AnyConnect|TAP-Win|GlobalProtect|\bJuniper Networks Virtual|\bWireGuard\b/i;

/** True for an address that no adapter with an offload engine carries: by itself, or by what its adapter is called. */
export function neverOffloads(address: string, description: string | undefined): boolean {
  if (SELF_ASSIGNED_OR_TUNNEL.test(address)) return true;
  if (description === undefined) return false;
  const kind = virtualAdapter(description);
  return kind === "cluster" || kind === "tunnel" || VPN.test(description);
}
