import { adapterGrammar } from "../../../grammar/forms/objects/adapters.ts";

/**
 * `Get-NewName`: say what it shows of each adapter. Replace the labels by those that no other cmdlet prints; ownTitles,
 * in grammar/forms/objects/cmdlet.ts, are for titles that a table has on two lines. What is no cmdlet of adapters has
 * its form in grammar/forms/, too: settings, statistics, registry, records.
 */
export const newName = adapterGrammar({
  kind: "newName",
  title: "the output of Get-NewName",
  cmdlet: "Get-NewName",
  class: "MSFT_NewNameSettingData",
  ownLabels: ["NewNameEnabled"],
});
