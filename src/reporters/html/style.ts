/** How reports look, light and dark, on a screen and on paper. Colours have names here, which charts use too. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f4f5f7; --text: #1c1f24; --faint: #565d68; --line: #d5d9df; --link: #0b5cad;
  --error: #b3121d; --warning: #8a5300; --note: #2f5d8a; --marked: #fff1c2; --ring: #0b5cad;
  --offloaded: #0b62b0; --on-the-way: #a85400; --in-host: #6d7480; --on-colour: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15171b; --raised: #1f2329; --text: #e7e9ed; --faint: #a6adb9; --line: #3a404a; --link: #8ec1ff;
    --error: #ff9a94; --warning: #f3bd6a; --note: #9ccbf5; --marked: #4a3f12; --ring: #8ec1ff;
    --offloaded: #6cb4f5; --on-the-way: #eda04f; --in-host: #959dab; --on-colour: #10131a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem; max-width: 72rem; background: var(--paper); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
body > header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; border-bottom: 2px solid var(--line); }
h1 { font-size: 1.25rem; margin: 0 0 0.5rem; }
body > header p { margin: 0 0 0.5rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2rem 0 0.25rem; }
h3 { font-size: 1.125rem; margin: 2rem 0 0.5rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); }
h4 { font-size: 1rem; font-weight: 500; margin: 0; }
h5 { font-size: 0.875rem; margin: 0; color: var(--faint); }
p { margin: 0.5rem 0; max-width: 48rem; }
a { color: var(--link); }
code, pre, .place { font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; }
small, .faint { color: var(--faint); }
small { font-size: 0.8125rem; }
sup { font-size: 0.75rem; line-height: 0; }
summary { cursor: pointer; padding: 0.25rem 0; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
button.place { color: var(--link); text-decoration: underline; font-size: 0.875em; }
.host { border-top: 2px solid var(--line); margin-top: 2rem; }
.host:first-child { border-top: 0; margin-top: 0; }
.verdict { background: var(--raised); border-left: 4px solid var(--link); padding: 0.75rem 1rem; margin: 0.75rem 0; }
.statement { font-size: 1.125rem; font-weight: 600; margin: 0.25rem 0; }
.beside { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: flex-start; }
.beside > .chart { flex: 1 1 20rem; max-width: 34rem; min-width: 0; height: auto; }
.beside > table { flex: 1 1 24rem; max-width: 34rem; }
.chart { display: block; max-width: 34rem; font-family: inherit; overflow: visible; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0.5rem 0; padding: 0; }
.legend li::before {
  content: ""; display: inline-block; width: 0.875rem; height: 0.875rem; margin-right: 0.375rem;
  vertical-align: -0.125rem; background: var(--colour); print-color-adjust: exact;
}
.legend .offloaded { --colour: var(--offloaded); }
.legend .on-the-way { --colour: var(--on-the-way); }
.legend .in-host { --colour: var(--in-host); }
table { border-collapse: collapse; margin: 0.75rem 0; font-size: 0.9375rem; }
caption { text-align: left; color: var(--faint); padding-bottom: 0.25rem; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { border-bottom-width: 2px; overflow-wrap: normal; }
tbody th { font-weight: 400; min-width: 7rem; }
.number { text-align: right; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
@media (min-width: 40rem), print { td.number { white-space: nowrap; } }
.wide { overflow-x: auto; }
.wide td { overflow-wrap: break-word; }
thead button { font-weight: inherit; text-decoration: underline dotted; }
[aria-sort] button::after { content: " \\2191"; }
[aria-sort="descending"] button::after { content: " \\2193"; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--note); padding: 0.75rem 1rem; margin: 0.75rem 0; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding > p.faint { margin: 0; }
.mark { font-size: 0.8125rem; font-weight: 600; border: 1px solid; border-radius: 0.25rem; padding: 0 0.375rem; white-space: nowrap; color: var(--note); }
.error .mark { color: var(--error); }
.warning .mark, td .mark { color: var(--warning); }
.evidence { margin: 0.5rem 0; }
.evidence ol { list-style: none; margin: 0.25rem 0; padding: 0.25rem 0; background: var(--raised); border: 1px solid var(--line); }
.verdict .evidence ol { background: var(--paper); }
.evidence li { display: flex; gap: 0.75rem; padding: 0 0.5rem; }
.evidence li.cited { background: var(--marked); print-color-adjust: exact; }
.evidence li.gap { color: var(--faint); }
.evidence code { white-space: pre-wrap; min-width: 0; }
.evidence .number { color: var(--faint); min-width: 2.5rem; font-size: 0.8125rem; user-select: none; }
.evidence li.cited .number { color: var(--text); }
mark { background: none; color: inherit; }
.step { margin: 0.5rem 0; }
.step p { margin: 0; }
pre { margin: 0.25rem 0; white-space: pre-wrap; }
.command { display: flex; gap: 0.75rem; align-items: baseline; }
.command code { background: var(--raised); border: 1px solid var(--line); border-radius: 0.25rem; padding: 0.125rem 0.5rem; user-select: all; }
.verdict .command code { background: var(--paper); }
.copy { flex: none; white-space: nowrap; border: 1px solid var(--faint); border-radius: 0.25rem; padding: 0 0.5rem; font: 0.8125rem/1.5 system-ui, sans-serif; }
.notes { color: var(--faint); font-size: 0.8125rem; padding-left: 1.5rem; max-width: 60rem; }
.diagnostics li { margin: 0.375rem 0; }
@media (max-width: 40rem) {
  body { padding: 0.75rem; }
  table { font-size: 0.8125rem; }
  th, td { padding-right: 0.375rem; }
  tbody th { min-width: 5rem; }
  .evidence li { gap: 0.375rem; }
  .evidence .number { min-width: 1.5rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .copy { display: none; }
  .finding, .evidence, .beside, tr, .verdict { break-inside: avoid; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  .host { break-before: page; }
  .host:first-child { break-before: auto; }
  a { color: inherit; text-decoration: none; }
}
`;
