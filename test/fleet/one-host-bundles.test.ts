import fc from "fast-check";
import { expect, it } from "vitest";
import { bundleEntry, rollupOf } from "../../src/fleet/index.ts";
import { analyze, type Source } from "../../src/index.ts";
import type { TestBundle } from "../support/bundles/bundle.ts";
import { layouts, smallLayouts } from "../support/bundles/layouts.ts";
import { sourcesOf } from "../support/bundles/sources.ts";
import { examples } from "../support/soak.ts";

/** HealthChecker's report holds no capture, so that it is of no host. */
const all = [...layouts, ...smallLayouts].filter(([collector]) => collector !== "HealthChecker");

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const others = [...letters, ..."0123456789", "-", "_"];

/** A name of a computer: of a letter and a number at least, so that it is no word. */
const host = fc
  .tuple(
    fc.constantFrom(...letters),
    fc.array(fc.constantFrom(...others), { maxLength: 10 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([first, inner, number]) => `${first}${inner.join("")}${number}`);

/** Where the bundle lies; a star stands for its name. */
const place = fc.constantFrom("*.zip!", "*/", "*.tar.gz!", "mail.zip!*/", "C:\\in\\*\\", "sent by mail/*.zip!");

/** A bundle of one computer: whose, in which language, its local addresses, where it lies, its files in which order. */
const bundle = fc.record({
  layout: fc.constantFrom(...all),
  language: fc.constantFrom("en-US", "de-DE", "ja-JP"),
  address: fc.integer({ min: 1, max: 254 }),
  place,
  order: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
});

const bundles = fc
  .uniqueArray(host, { minLength: 1, maxLength: 3 })
  .chain((hosts) =>
    fc.tuple(fc.constant(hosts), fc.array(bundle, { minLength: hosts.length, maxLength: hosts.length })),
  );

type Drawn = typeof bundle extends fc.Arbitrary<infer B> ? B : never;

function sources(name: string, { layout: [collector, layout], language, address, ...at }: Drawn): readonly Source[] {
  // TEACUP's hosts are names in DNS.
  const own = collector === "TEACUP" ? name.replaceAll("_", "-") : name;
  const made = addressed(layout({ host: own, language }), address);
  const listed = sourcesOf(made, at.place);
  return listed
    .map((source, index) => ({ source, rank: (at.order[index % at.order.length] ?? 0) + index }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ source }) => source);
}

function addressed({ name, files }: TestBundle, last: number): TestBundle {
  return {
    name,
    files: files.map((file) => {
      if ("inner" in file) return { ...file, inner: addressed(file.inner, last) };
      return "text" in file ? { ...file, text: file.text.replaceAll("192.0.2.20", `192.0.2.${last}`) } : file;
    }),
  };
}

/** The same cases on every machine and every day; a bundle is far slower than a paste. */
const runs = { seed: 20_090_722, numRuns: examples(3000, 30) };

it("so many bundles of one host each are so many hosts", async () => {
  await fc.assert(
    fc.asyncProperty(bundles, async ([hosts, drawn]) => {
      const entries = drawn.map(async (one, at) => {
        const report = await analyze(sources(hosts[at] ?? "", one));
        return bundleEntry(report, { name: `bundle ${at}`, fingerprint: `${at}`, bytes: 0 }, new Map());
      });
      const { bundles: found, fleet } = rollupOf(await Promise.all(entries));
      expect(found.map((entry) => entry.hosts.length)).toEqual(drawn.map(() => 1));
      expect(fleet.hosts).toBe(drawn.length);
    }),
    runs,
  );
});

it("and the same where they lie beside one another and are read as one", async () => {
  await fc.assert(
    fc.asyncProperty(bundles, async ([hosts, drawn]) => {
      const all = drawn.flatMap((one, at) =>
        sources(hosts[at] ?? "", one).map((source) => ({ ...source, name: `bundle ${at}/${source.name}` })),
      );
      const report = await analyze(all);
      expect(report.hosts.length).toBe(drawn.length);
    }),
    runs,
  );
});
