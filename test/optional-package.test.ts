import { expect, it } from "vitest";
import { MissingPackage, optionalPackage } from "../src/optional-package.ts";

const missing = (code: string) => async () => {
  throw Object.assign(new Error("not found"), { code });
};

it.each(["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"])("a package that is not there is named: %s", async (code) => {
  const asked = optionalPackage("The archive", ["libarchive-wasm"], missing(code));
  await expect(asked).rejects.toThrow(MissingPackage);
  await expect(asked).rejects.toThrow(
    "The archive needs the package libarchive-wasm: npm install libarchive-wasm (with -g if chimneysweep was)",
  );
});

it("several are named together, with the versions to install", async () => {
  await expect(optionalPackage("--queue", ["bullmq@6", "ioredis@6"], missing("MODULE_NOT_FOUND"))).rejects.toThrow(
    "--queue needs the packages bullmq, ioredis: npm install bullmq@6 ioredis@6 (with -g if chimneysweep was)",
  );
});

it("another error stays what it is", async () => {
  await expect(optionalPackage("It", ["x"], missing("EACCES"))).rejects.not.toThrow(MissingPackage);
});

it("gives what the package exports", async () => {
  expect(await optionalPackage("It", ["x"], async () => 7)).toBe(7);
});
