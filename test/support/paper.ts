import PDFParser from "pdf2json";
import type { Page } from "playwright-core";

/** The letters on each sheet, without blanks, when the page is printed, read back from the file for the printer. */
export async function printedText(page: Page): Promise<readonly string[]> {
  const paper = await page.pdf({ format: "A4", margin: { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" } });
  const parser = new PDFParser();
  const sheets = await new Promise<readonly string[]>((resolve, reject) => {
    parser.on("pdfParser_dataError", (error) => reject(error instanceof Error ? error : error.parserError));
    parser.on("pdfParser_dataReady", ({ Pages }) =>
      resolve(
        Pages.map(({ Texts }) =>
          Texts.flatMap(({ R }) => R.map(({ T }) => decodeURIComponent(T)))
            .join("")
            // Letters that a font joins are two again; where blanks are is a matter of the font, too.
            .normalize("NFKC")
            .replaceAll(/\s+/g, ""),
        ),
      ),
    );
    parser.parseBuffer(paper, 0);
  });
  parser.destroy();
  return sheets;
}
