import { describe, expect, it } from "vitest";
import { openSources } from "../../../src/sources/index.ts";
import { analysed } from "../../support/analysed.ts";
import { withFiles } from "../../support/archives/opened.ts";
import { zipOf } from "../../support/archives/zip-builder.ts";
import { documentWrappings } from "../../support/wrappings/documents.ts";

const table = [
  "Active Connections",
  "",
  "  Proto  Local Address          Foreign Address        State           Offload State",
  "  TCP    192.0.2.20:445         198.51.100.1:50000     ESTABLISHED     Offloaded   ",
  "  TCP    192.0.2.20:445         198.51.100.2:50001     ESTABLISHED     InHost      ",
];

describe("a document of Word", () => {
  it("is opened, by itself and in a bundle", async () => {
    const document = documentWrappings[0]?.wrap(table).text ?? "";
    const docx = zipOf([
      { name: "[Content_Types].xml", data: '<?xml version="1.0"?><Types/>' },
      { name: "word/document.xml", data: document },
      { name: "word/styles.xml", data: '<?xml version="1.0"?><w:styles/>' },
    ]);
    await withFiles(
      { "notes.docx": docx, "bundle.zip": zipOf([{ name: "mail/notes.docx", data: docx }]) },
      async (cwd) => {
        for (const [path, name] of [
          ["notes.docx", "notes.docx!word/document.xml"],
          ["bundle.zip", "bundle.zip!mail/notes.docx!word/document.xml"],
        ] as const) {
          const stdin = (async function* () {})();
          const { report, connections } = await analysed(openSources([path], { cwd, stdin }));
          expect(report.sources.filter(({ status }) => status === "ok").map((source) => source.name)).toEqual([name]);
          expect(connections.map(({ line, offloadState }) => [line, offloadState])).toEqual([
            [2, "offloaded"],
            [2, "inHost"],
          ]);
        }
      },
    );
  });
});
