import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetAdapterRss`: receive-side scaling of each adapter. */
export const netAdapterRss = adapterGrammar({
  kind: "netAdapterRss",
  title: "the receive-side scaling of the adapters",
  cmdlet: "Get-NetAdapterRss",
  class: "MSFT_NetAdapterRssSettingData",
  ownLabels: [
    "NumberOfReceiveQueues",
    "BaseProcessor: [Group:Number]",
    "MaxProcessor: [Group:Number]",
    "RssProcessorArray: [Group:Number/NUMA Distance]",
    "IndirectionTable: [Group:Number]",
  ],
  // Get-NetAdapterVmq prints the number of receive queues, too.
  foreign: "vmq",
});
