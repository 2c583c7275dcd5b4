import { readFileSync } from "node:fs";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

// Stands in for vitest where thousands of runs are too many for it: tests one after another, in a process of their own.

type Body = (...row: readonly unknown[]) => unknown;
type Named = (name: string, body: Body) => void;

interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

const tests: Test[] = [];
const endings: Body[] = [];
let above = "";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.use((_, { addMethod }) => {
  // Files are only compared: with a mutant none is to be written anew.
  addMethod(chai.Assertion.prototype, "toMatchFileSnapshot", function (this: Chai.AssertionStatic, path: string) {
    new chai.Assertion(Reflect.get(this, "_obj")).equal(readFileSync(path, "utf8"));
  });
});

export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
);
setState({ assertionCalls: 0 }, expect);
Reflect.set(globalThis, GLOBAL_EXPECT, expect);

export const it = withRows((name, run) => tests.push({ name: `${above}${name}`, run }));

export const describe = withRows((name, body) => {
  const outside = above;
  above = `${above}${name} `;
  body();
  above = outside;
});

/** Runs before the tests that are declared behind it. */
export function beforeAll(run: Body): void {
  tests.push({ name: `${above}before all`, run });
}

export function afterAll(run: Body): void {
  endings.push(run);
}

/** Runs the tests that were declared so far, but for some, until one fails, and says which and why. */
export async function firstFailure(isLeftOut: (name: string) => boolean): Promise<string | undefined> {
  const failure = await failureOf(isLeftOut);
  for (const end of endings.splice(0)) await end();
  return failure;
}

async function failureOf(isLeftOut: (name: string) => boolean): Promise<string | undefined> {
  for (const { name, run } of tests.splice(0)) {
    if (isLeftOut(name)) continue;
    try {
      await run();
    } catch (error) {
      return `${name}: ${String(error)}`;
    }
  }
  return undefined;
}

/** A file that could not be loaded may have declared some before. */
export function forgetTests(): void {
  tests.length = 0;
  endings.length = 0;
  above = "";
}

function withRows(declare: Named): Named & { readonly each: (rows: readonly unknown[]) => Named } {
  const each = (rows: readonly unknown[]): Named => {
    return (name, body) => {
      for (const row of rows) declare(name, () => (Array.isArray(row) ? body(...row) : body(row)));
    };
  };
  return Object.assign(declare, { each });
}
