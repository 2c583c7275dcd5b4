/**
 * The objects of SARIF 2.1.0 that we write, as a JSON Schema in our own words: their required properties, ranges and
 * enumerations are those of the specification, and properties that it does not know are refused.
 */
const text = object({ text: { type: "string", minLength: 1 } }, ["text"]);
const uri = { type: "string", minLength: 1, pattern: "^[A-Za-z0-9\\-._~:/?#@!$&'()*+,;=%]+$" };
const index = { type: "integer", minimum: -1 };
const level = { enum: ["none", "note", "warning", "error"] };
const bag = { type: "object" };

const region = object(
  {
    startLine: { type: "integer", minimum: 1 },
    startColumn: { type: "integer", minimum: 1 },
    snippet: object({ text: { type: "string" } }, ["text"]),
  },
  ["startLine"],
);

const location = object(
  {
    id: { type: "integer", minimum: -1 },
    physicalLocation: object({ artifactLocation: object({ uri, index }, ["uri"]), region }, ["artifactLocation"]),
    logicalLocations: unique(object({ fullyQualifiedName: { type: "string" }, kind: { type: "string" } }, [])),
  },
  [],
);

const rule = object(
  {
    id: { type: "string", minLength: 1 },
    shortDescription: text,
    fullDescription: text,
    help: object({ text: { type: "string" }, markdown: { type: "string" } }, ["text"]),
    helpUri: { ...uri, pattern: "^https?://" },
    defaultConfiguration: object({ level }, []),
    properties: bag,
  },
  ["id"],
);

const result = {
  ...object(
    {
      ruleId: { type: "string" },
      ruleIndex: index,
      kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
      level,
      message: text,
      locations: { type: "array", items: location },
      relatedLocations: unique(location),
      partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
      properties: bag,
    },
    ["message"],
  ),
  // A level says how bad a failure is; all else has none.
  if: { properties: { kind: { const: "fail" } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { level: { enum: ["note", "warning", "error"] } } },
  else: { properties: { level: { const: "none" } } },
};

const notification = object(
  {
    descriptor: object({ id: { type: "string" }, index }, []),
    level,
    message: text,
    locations: unique(location),
  },
  ["message"],
);

const artifact = object(
  {
    location: object({ uri }, []),
    parentIndex: index,
    length: { type: "integer", minimum: -1 },
    encoding: { type: "string" },
    roles: unique({ enum: ["analysisTarget"] }),
  },
  [],
);

const driver = object(
  {
    name: { type: "string", minLength: 1 },
    version: { type: "string" },
    rules: unique(rule),
    notifications: unique(object({ id: { type: "string" } }, ["id"])),
  },
  ["name"],
);

const run = object(
  {
    tool: object({ driver }, ["driver"]),
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    invocations: {
      type: "array",
      items: object(
        {
          executionSuccessful: { type: "boolean" },
          toolExecutionNotifications: { type: "array", items: notification },
        },
        ["executionSuccessful"],
      ),
    },
    artifacts: unique(artifact),
    results: { type: "array", items: result },
    properties: bag,
  },
  ["tool"],
);

export const sarifSchema = object({ $schema: uri, version: { const: "2.1.0" }, runs: { type: "array", items: run } }, [
  "version",
  "runs",
]);

function object(properties: object, required: readonly string[]) {
  return { type: "object", additionalProperties: false, properties, required } as const;
}

function unique(items: object) {
  return { type: "array", uniqueItems: true, items } as const;
}
