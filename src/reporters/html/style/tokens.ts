/**
 * The few sizes, distances and colours that everything else is made of, on every page of ours.
 *
 * The three colours of connections are three steps of lightness: they stay apart in grey, on paper and to every kind of
 * colour vision (a test measures 3:1 between each and the next). Only the lightest needs an outline against the page.
 * Severities have an icon and a word beside their colour.
 */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f4f5f7; --text: #1c1f24; --faint: #565d68; --line: #d5d9df; --link: #0b5cad;
  --error: #b3121d; --warning: #8a5300; --note: #2f5d8a; --good: #1b6b38; --marked: #fff1c2; --ring: #0b5cad;
  --offloaded: #062a57; --on-the-way: #ae7952; --in-host: #f6f8fa;
  --over-offloaded: #ffffff; --over-on-the-way: #101318; --over-in-host: #1c1f24; --outline: #565d68;
  --type-1: 0.8125rem; --type-2: 0.9375rem; --type-3: 1rem; --type-4: 1.125rem; --type-5: 1.5rem;
  --space-1: 0.25rem; --space-2: 0.5rem; --space-3: 0.75rem; --space-4: 1rem; --space-5: 2rem;
  --letters: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --code: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15171b; --raised: #1f2329; --text: #e7e9ed; --faint: #a6adb9; --line: #3a404a; --link: #8ec1ff;
    --error: #ff9a94; --warning: #f3bd6a; --note: #9ccbf5; --good: #7fd39b; --marked: #4a3f12; --ring: #8ec1ff;
    --offloaded: #eaf4ff; --on-the-way: #ae793a; --in-host: #2b3038;
    --over-offloaded: #10131a; --over-on-the-way: #10131a; --over-in-host: #e7e9ed; --outline: #a6adb9;
  }
}
@media (forced-colors: active) {
  :root {
    --paper: Canvas; --raised: Canvas; --text: CanvasText; --faint: CanvasText; --line: CanvasText; --link: LinkText;
    --error: CanvasText; --warning: CanvasText; --note: CanvasText; --good: CanvasText; --marked: Mark;
    --ring: Highlight; --offloaded: CanvasText; --on-the-way: GrayText; --in-host: Canvas;
    --over-offloaded: Canvas; --over-on-the-way: Canvas; --over-in-host: CanvasText; --outline: CanvasText;
  }
}
`;
