import type { Rule } from "../../rule.ts";
import adapterWithoutOffload from "../adapter-without-offload.ts";
import captureToolsBlind from "../capture-tools-blind.ts";
import coexistFirewall2003 from "../coexist-firewall-2003.ts";
import coexistHyperv2008 from "../coexist-hyperv-2008.ts";
import coexistIpsec from "../coexist-ipsec.ts";
import coexistNatIcs from "../coexist-nat-ics.ts";
import coexistNlb from "../coexist-nlb.ts";
import coexistRras2003 from "../coexist-rras-2003.ts";
import coexistTeaming from "../coexist-teaming.ts";
import coexistThirdPartyFilter from "../coexist-third-party-filter.ts";
import duplicateConnectionsInInput from "../duplicate-connections-in-input.ts";
import guestWithoutVmChimney from "../guest-without-vm-chimney.ts";
import ineligibleStateOffloaded from "../ineligible-state-offloaded.ts";
import inhostDoesNotMeanDisabled from "../inhost-does-not-mean-disabled.ts";
import insufficientEligibleConnections from "../insufficient-eligible-connections.ts";
import ipv6NoneOffloaded from "../ipv6-none-offloaded.ts";
import longLivedPortNotOffloaded from "../long-lived-port-not-offloaded.ts";
import loopbackRowOffloaded from "../loopback-row-offloaded.ts";
import loopbackRowsExcluded from "../loopback-rows-excluded.ts";
import netftConnectionsNeverOffloaded from "../netft-connections-never-offloaded.ts";
import offloadCapacityNear from "../offload-capacity-near.ts";
import offloadCapacitySaturated from "../offload-capacity-saturated.ts";
import r2FirewallRuleUploads from "../r2-firewall-rule-uploads.ts";
import rrasLeftoverIpnat2003 from "../rras-leftover-ipnat-2003.ts";
import unknownOffloadToken from "../unknown-offload-token.ts";
import vmChimneyMeasuredInParent from "../vm-chimney-measured-in-parent.ts";

/** Rules on what keeps connections in the host, and on which connections can be offloaded at all. */
export const coexistenceRules: readonly Rule[] = [
  r2FirewallRuleUploads,
  coexistIpsec,
  coexistNlb,
  coexistNatIcs,
  rrasLeftoverIpnat2003,
  coexistRras2003,
  coexistHyperv2008,
  vmChimneyMeasuredInParent,
  guestWithoutVmChimney,
  coexistTeaming,
  coexistFirewall2003,
  coexistThirdPartyFilter,
  netftConnectionsNeverOffloaded,
  captureToolsBlind,
  loopbackRowsExcluded,
  loopbackRowOffloaded,
  ineligibleStateOffloaded,
  insufficientEligibleConnections,
  longLivedPortNotOffloaded,
  ipv6NoneOffloaded,
  adapterWithoutOffload,
  offloadCapacitySaturated,
  offloadCapacityNear,
  duplicateConnectionsInInput,
  inhostDoesNotMeanDisabled,
  unknownOffloadToken,
];
