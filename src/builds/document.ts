/** What the page is put together from. */
export interface DocumentParts {
  readonly policy: string;
  readonly style: string;
  /** Three that are packed, data to the browser: what draws the page, what reads beside it, and WebAssembly. */
  readonly program: string;
  readonly worker: string;
  readonly libarchive: string;
  /** What unpacks the program. */
  readonly script: string;
  /** Of what the scripts are made of. */
  readonly licences: string;
}

/** The page as one file. The policy comes before anything that it is about. */
export function documentOf({ policy, style, program, worker, libarchive, script, licences }: DocumentParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>chimneysweep</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page reads captures in the browser, which takes JavaScript. The command line does without.</noscript></div>
<script type="text/plain" id="program">${program}</script>
<script type="text/plain" id="worker">${worker}</script>
<script type="text/plain" id="libarchive">${libarchive}</script>
<script>${script}</script>
</body>
<!--
Made of the following packages, and of chimneysweep.

${licences}
-->
</html>
`;
}
