/** The elements of HTML as all pages have them. */
export const elements = `
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body {
  margin: 0 auto; padding: var(--space-4); max-width: 72rem; background: var(--paper); color: var(--text);
  font: var(--type-3)/1.5 var(--letters); overflow-wrap: break-word;
}
body > header { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); align-items: baseline; }
h1 { font-size: var(--type-4); margin: 0 0 var(--space-2); }
body > header p { margin: 0 0 var(--space-2); }
h2 { font-size: var(--type-5); line-height: 1.25; margin: var(--space-5) 0 var(--space-1); overflow-wrap: anywhere; }
h3 {
  font-size: var(--type-4); margin: var(--space-5) 0 var(--space-2); padding-bottom: var(--space-1);
  border-bottom: 1px solid var(--line);
}
h4 { font-size: var(--type-3); font-weight: 500; margin: 0; overflow-wrap: anywhere; }
h5 { font-size: 0.875rem; margin: 0; color: var(--faint); }
p { margin: var(--space-2) 0; max-width: 48rem; overflow-wrap: anywhere; }
li { overflow-wrap: anywhere; }
a { color: var(--link); }
code, pre, .place { font-family: var(--code); font-size: 0.875em; overflow-wrap: anywhere; }
small, .faint { color: var(--faint); }
small { font-size: var(--type-1); }
sup { font-size: 0.75rem; line-height: 0; }
summary { cursor: pointer; padding: var(--space-1) 0; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
button.place { color: var(--link); text-decoration: underline; font-size: 0.875em; font-family: var(--code); }
pre { margin: var(--space-1) 0; white-space: pre-wrap; tab-size: 8; }
mark { background: none; color: inherit; }
table { border-collapse: collapse; margin: var(--space-3) 0; font-size: var(--type-2); }
caption { text-align: left; color: var(--faint); padding-bottom: var(--space-1); }
th, td {
  padding: var(--space-1) var(--space-3) var(--space-1) 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere;
}
/* No narrower than a word: words are broken where nothing else helps. */
td:not(.number) { min-width: 6em; }
thead th { border-bottom-width: 2px; overflow-wrap: normal; }
tbody th { font-weight: 400; min-width: 7rem; }
.number { text-align: right; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
@media (min-width: 40rem), print { td.number { white-space: nowrap; } }
.wide { overflow-x: auto; }
thead button { font-weight: inherit; text-decoration: underline dotted; }
[aria-sort] button::after { content: " \\2191"; }
[aria-sort="descending"] button::after { content: " \\2193"; }
@media (max-width: 40rem) {
  body { padding: var(--space-3); }
  table { font-size: var(--type-1); }
  th, td { padding-right: 0.375rem; }
  tbody th { min-width: 5rem; }
  td:not(.number) { min-width: 4em; }
}
`;
