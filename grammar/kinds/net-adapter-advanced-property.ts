import type { Draft } from "../contract/sheet.ts";
import { type AdapterProperty, adapterGrammar } from "../forms/objects/adapters.ts";
import { isCutCell, type PrintedObject, propertyOf } from "../forms/objects/printed-object.ts";

/** `Get-NetAdapterAdvancedProperty`: what the *Advanced* page of each adapter shows, with the driver's keywords. */
export const netAdapterAdvancedProperty = adapterGrammar({
  kind: "netAdapterAdvancedProperty",
  title: "the advanced properties of the adapters",
  cmdlet: "Get-NetAdapterAdvancedProperty",
  class: "MSFT_NetAdapterAdvancedPropertySettingData",
  ownLabels: ["RegistryKeyword", "RegistryValue", "DisplayValue", "ValidDisplayValues", "ValidRegistryValues"],
  properties: advancedProperty,
});

/** One object is one property; a keyword whose end was left out is none. */
function advancedProperty(object: PrintedObject, adapter: string): readonly Draft<AdapterProperty>[] {
  const printed = propertyOf(object, "RegistryKeyword");
  const keyword = printed === undefined || printed === "" || isCutCell(printed) ? null : printed;
  const property = propertyOf(object, "DisplayName") || keyword;
  const value = propertyOf(object, "DisplayValue") || propertyOf(object, "RegistryValue");
  const line = object.entries.find(({ label }) => /^(?:Display|Registry)Value$/i.test(label));
  if (!property || value === undefined || line === undefined) return [];
  return [{ from: line.from, adapter, property, keyword, value }];
}
