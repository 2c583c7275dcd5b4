/** What is different on paper, and where the reader's own few colours stand for all of ours. */
export const paper = `
@media (forced-colors: active) {
  .evidence li:not(.cited) { border-left-width: 0; padding-left: var(--space-2); }
  .evidence li.cited, .row.marked { forced-color-adjust: none; background: Mark; color: MarkText; }
  .evidence li.cited .number, .evidence li.cited code, .row.marked * { color: MarkText; background: none; }
  .error .mark, .mark.error { forced-color-adjust: none; color: Canvas; background: CanvasText; border-color: CanvasText; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .copy, .permalink, .contents { display: none; }
  .bar { position: static; }
  .counts input { display: none; }
  button.explain { text-decoration: none; }
  .finding, .evidence, .beside, .picture, tr, .verdict { break-inside: avoid; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  .tools { display: none; }
  table { font-size: 8.5pt; }
  .host { break-before: page; }
  .host:first-child, .bar + .host { break-before: auto; }
  .host > details > summary::before { content: none; }
  a { color: inherit; text-decoration: none; }
}
`;
