import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetAdapterRss`: receive-side scaling of each adapter. */
export const netAdapterRss = adapterGrammar({
  kind: "netAdapterRss",
  title: "the receive-side scaling of the adapters",
  cmdlet: "Get-NetAdapterRss",
  class: "MSFT_NetAdapterRssSettingData",
  ownLabels: [
    "BaseProcessor: [Group:Number]",
    "MaxProcessor: [Group:Number]",
    "RssProcessorArray: [Group:Number/NUMA Distance]",
    "IndirectionTable: [Group:Number]",
    "RssProcessorArray",
    "IndirectionTable",
  ],
  // Get-NetAdapterVmq prints it, too, but reads its tables before this one does.
  ownTitles: ["NumberOfReceiveQueues"],
  foreign: "vmq",
});
