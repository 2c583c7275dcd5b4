/** Verdict, finding, command, evidence and chart: one look each, wherever they stand. */
export const components = `
.bar {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4);
  align-items: center; background: var(--paper); border-bottom: 2px solid var(--line); padding: var(--space-2) 0;
}
@media (max-height: 30rem) { .bar { position: static; } }
.counts { display: flex; flex-wrap: wrap; gap: var(--space-1); border: 0; margin: 0; padding: 0; min-width: 0; }
.counts legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.counts label { cursor: pointer; }
.counts input { margin: 0; vertical-align: -0.0625rem; accent-color: currentColor; }
body:has(#show-error:not(:checked)) .finding.error, body:has(#show-warning:not(:checked)) .finding.warning,
body:has(#show-info:not(:checked)) .finding.info, body:has(#show-review:not(:checked)) .finding.review { display: none; }
.contents { position: relative; }
.contents ol {
  position: absolute; z-index: 3; margin: 0; padding: var(--space-2) var(--space-4) var(--space-2) 2.5rem; max-height: 60vh;
  overflow: auto; width: max-content; max-width: 80vw; background: var(--paper); border: 1px solid var(--faint);
}
button.explain { text-decoration: underline dotted; text-underline-offset: 0.2em; }
td button.explain, p button.explain { overflow-wrap: anywhere; }
.explanation {
  width: min(44rem, 92vw); max-height: 80vh; overflow: auto; padding: var(--space-4); color: var(--text);
  background: var(--paper); border: 2px solid var(--faint); border-radius: 0.25rem; font-size: var(--type-2);
}
.explanation::backdrop { background: rgb(0 0 0 / 0.25); }
.explanation h5 { margin-top: var(--space-2); }
.explanation p, .explanation ul { margin: var(--space-1) 0; }
.close { float: right; }
.tools { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; margin: var(--space-2) 0; }
.tools p { margin: 0; color: var(--faint); }
.tools input, .tools select {
  font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--faint); border-radius: 0.25rem;
  padding: 0.125rem var(--space-2); max-width: 100%;
}
.values { list-style: none; margin: 0; padding: 0; }
.odd { font-weight: 600; border-bottom: 2px solid var(--warning); }
.host { border-top: 2px solid var(--line); margin-top: var(--space-5); }
.host:first-child, .bar + .host { border-top: 0; margin-top: 0; }
.host > details > summary { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); align-items: baseline; }
.host > details > summary::before { content: "\\25b8"; color: var(--faint); }
.host > details[open] > summary::before { content: "\\25be"; }
.host > details > summary > :is(h2, h3) { margin: var(--space-3) 0 var(--space-1); min-width: 0; }
.verdict { background: var(--raised); border-left: 4px solid var(--tone); padding: var(--space-3) var(--space-4); margin: var(--space-3) 0; }
.verdict, .badge { --tone: var(--note); }
.good { --tone: var(--good); }
.bad { --tone: var(--error); }
.open { --tone: var(--warning); }
.badge { color: var(--tone); font-weight: 600; white-space: nowrap; }
.icon {
  display: inline-block; min-width: 1.25em; padding: 0 0.25em; text-align: center; line-height: 1.25; font-weight: 700;
  border: 1px solid; border-radius: 50%;
}
.answer { font-size: var(--type-4); margin: 0 0 var(--space-1); }
.statement { font-weight: 600; margin: var(--space-1) 0; }
.verdict .statement { font-weight: 400; }
.finding {
  border: 1px solid var(--line); border-left: 4px solid var(--note); padding: var(--space-3) var(--space-4);
  margin: var(--space-3) 0;
}
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left: 4px double var(--warning); }
.finding.review, .finding.info { border-left-style: dotted; }
.finding:target { outline: 3px solid var(--ring); outline-offset: 2px; }
.finding > p.faint { margin: 0; }
.finding .permalink { float: right; padding-left: var(--space-2); text-decoration: none; }
.mark {
  font-size: var(--type-1); font-weight: 600; border: 1px solid; border-radius: 0.25rem; padding: 0 0.375rem;
  white-space: nowrap; color: var(--note);
}
.error .mark, .mark.error { color: var(--paper); background: var(--error); border-color: var(--error); print-color-adjust: exact; }
.warning .mark, .mark.warning, td .mark { color: var(--warning); }
.evidence { margin: var(--space-2) 0; }
.evidence ol {
  list-style: none; margin: var(--space-1) 0; padding: var(--space-1) 0; background: var(--raised);
  border: 1px solid var(--line);
}
.verdict .evidence ol { background: var(--paper); }
.evidence li { display: flex; gap: var(--space-3); padding: 0 var(--space-2) 0 calc(var(--space-2) - 3px); border-left: 3px solid transparent; }
.evidence li.cited { background: var(--marked); border-left-color: var(--text); print-color-adjust: exact; }
.evidence li.gap { color: var(--faint); }
.evidence code { white-space: pre-wrap; min-width: 0; tab-size: 8; }
.evidence .number { color: var(--faint); min-width: 2.5rem; font-size: var(--type-1); user-select: none; }
.evidence li.cited .number { color: var(--text); }
.step { margin: var(--space-2) 0; }
.step p { margin: 0; }
.command { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); align-items: baseline; }
.command code, code.copied {
  background: var(--raised); border: 1px solid var(--line); border-radius: 0.25rem; padding: 0 0.375rem;
}
.command code { padding: 0.125rem var(--space-2); user-select: all; min-width: 0; }
.verdict .command code, .verdict code.copied { background: var(--paper); }
.copy {
  flex: none; white-space: nowrap; border: 1px solid var(--faint); border-radius: 0.25rem; padding: 0 var(--space-2);
  font: var(--type-1)/1.5 var(--letters);
}
.beside { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-5); align-items: flex-start; }
.picture { max-width: 34rem; }
.beside > .picture { flex: 1 1 20rem; min-width: 0; }
.beside > .wide { flex: 1 1 24rem; max-width: 34rem; min-width: 0; }
.chart { display: block; max-width: 34rem; font: var(--type-1)/1 var(--letters); overflow: visible; }
.chart text { fill: var(--text); forced-color-adjust: none; }
.chart .within { text-anchor: middle; font-variant-numeric: tabular-nums; }
.chart .middle { text-anchor: middle; }
.chart .end { text-anchor: end; }
.chart rect { stroke: var(--outline); stroke-width: 1px; }
.chart line { stroke: var(--outline); stroke-width: 1px; }
.chart .scale text { fill: var(--faint); }
.chart .interval line { stroke: var(--text); stroke-width: 2px; }
.chart .offloaded rect, .chart .point { fill: var(--offloaded); }
.chart .on-the-way rect { fill: var(--on-the-way); }
.chart .in-host rect { fill: var(--in-host); }
.chart .offloaded .within { fill: var(--over-offloaded); }
.chart .on-the-way .within { fill: var(--over-on-the-way); }
.chart .in-host .within { fill: var(--over-in-host); }
.chart .curve { overflow: visible; }
.chart path { fill: none; stroke: var(--offloaded); stroke-width: 2px; vector-effect: non-scaling-stroke; }
.declared { list-style: none; margin: var(--space-1) 0; padding: 0; display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); }
.glance { white-space: nowrap; }
.glance .chart { display: inline-block; width: 4rem; height: 0.75rem; }
.rows-link { text-decoration: underline dotted; text-underline-offset: 0.2em; overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: var(--space-1) 1.25rem; list-style: none; margin: var(--space-2) 0; padding: 0; }
.legend li::before {
  content: ""; display: inline-block; width: 0.875rem; height: 0.875rem; margin-right: 0.375rem;
  vertical-align: -0.125rem; background: var(--colour); border: 1px solid var(--outline); print-color-adjust: exact;
  forced-color-adjust: none;
}
.legend .offloaded { --colour: var(--offloaded); }
.legend .on-the-way { --colour: var(--on-the-way); }
.legend .in-host { --colour: var(--in-host); }
.notes { color: var(--faint); font-size: var(--type-1); padding-left: 1.5rem; max-width: 60rem; }
.diagnostics li { margin: 0.375rem 0; }
@media (max-width: 40rem) {
  .evidence li { gap: 0.375rem; }
  .evidence .number { min-width: 1.5rem; }
}
`;
