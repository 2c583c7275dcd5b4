import { adapterGrammar } from "../forms/objects/adapters.ts";

/** `Get-NetAdapterVmq`: virtual machine queues of each adapter of a Hyper-V host. */
export const netAdapterVmq = adapterGrammar({
  kind: "netAdapterVmq",
  title: "the virtual machine queues of the adapters",
  cmdlet: "Get-NetAdapterVmq",
  class: "MSFT_NetAdapterVmqSettingData",
  ownLabels: [
    "BaseVmqProcessor",
    "BaseVmqProcessor: [Group:Number]",
    "BaseVmqProcessorNumber",
    "MaxVmqProcessor",
    "MaxVmqProcessor: [Group:Number]",
    "MaxVmqProcessorNumber",
  ],
});
