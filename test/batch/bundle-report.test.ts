import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bundleReportName } from "../../src/batch/bundle-report.ts";
import { itForEach } from "../support/rows.ts";

const long = "x".repeat(300);
const digestOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

describe("the report of a bundle", () => {
  itForEach<[bundle: string, file: string]>([
    ["in/srv01", "in/srv01.html"],
    ["in/case 7/files.zip", "in/case 7/files.zip.html"],
    ["/share/in/srv01", "share/in/srv01.html"],
    ["../in/srv01", "%2E%2E/in/srv01.html"],
    ["..", "%2E%2E.html"],
    [".", "%2E.html"],
    ["C:/in/a", "C%3A/in/a.html"],
    ["in/100%", "in/100%25.html"],
    ["in/a\\..\\b", "in/a%5C..%5Cb.html"],
    ["in/new\nline ", "in/new%0Aline%20.html"],
    ["in/srv01.html/x.zip", "in/srv01%2Ehtml/x.zip.html"],
    ["in/srv01.HTML/x.zip", "in/srv01%2Ehtml/x.zip.html"],
    ["in/Größe", "in/Größe.html"],
    [`in/${long}`, `in/${"x".repeat(163)}~${digestOf(long)}.html`],
  ])("%j lies in %j", async (bundle, file) => {
    expect(bundleReportName(bundle, ".html")).toBe(file);
  });

  it("has a name of its own where names begin alike", () => {
    const names = [`${long}a`, `${long}b`, "ü".repeat(200), `${"ü".repeat(200)}b`];
    expect(new Set(names.map((name) => bundleReportName(name, ".txt"))).size).toBe(names.length);
    for (const name of names) expect(Buffer.byteLength(bundleReportName(name, ".txt"))).toBeLessThan(200);
  });
});
