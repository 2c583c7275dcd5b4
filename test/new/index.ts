import { finish, make } from "./make.ts";
import { plans, ruleLists } from "./plans.ts";

const USAGE = `npm run new -- rule NAME [${ruleLists.join("|")}]
npm run new -- locale TAG
npm run new -- capture NAME
npm run new -- collector NAME
npm run new -- reporter NAME
`;

const [kind = "", name = "", list] = process.argv.slice(2);
const isKnown = Object.hasOwn(plans, kind) && (list === undefined || ruleLists.some((known) => known === list));
const plan = isKnown && /^[A-Za-z][\w-]*$/.test(name) ? plans[kind]?.(name, list) : undefined;
if (plan === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  // Where npm runs its scripts: the folder of the project.
  await make(plan, ".");
  const paths = [...plan.places.values(), ...plan.edits.map(([path]) => path)];
  process.stdout.write(`${[...new Set(paths)].join("\n")}\n`);
  await finish([plan], ".");
  process.stdout.write(`All tests pass. ${plan.next}\n`);
}
