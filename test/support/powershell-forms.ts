/** Objects as PowerShell prints and exports them. */
export type Properties = Readonly<Record<string, string>>;

interface Form {
  readonly name: string;
  readonly print: (objects: readonly Properties[], type: string) => readonly string[];
}

const NARROW = 24;

/** Every form in which the same objects come. */
export const forms: readonly Form[] = [
  { name: "Format-List", print: (objects) => objects.flatMap((own) => ["", ...list(own)]) },
  { name: "Format-Table", print: (objects) => ["", ...table(objects)] },
  { name: "a table whose last title is printed letter by letter", print: (objects) => ["", ...lettered(objects)] },
  {
    name: "Export-Csv",
    print: (objects, type) => [
      `#TYPE Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/${type}`,
      ...csv(objects, ","),
    ],
  },
  { name: "ConvertTo-Csv without its type", print: (objects) => csv(objects, ",") },
  { name: "Export-Csv with semicolons", print: (objects) => csv(objects, ";") },
  { name: "ConvertTo-Json", print: (objects) => JSON.stringify(objects, null, 4).split("\n") },
  {
    name: "ConvertTo-Json of one object",
    print: (objects) => objects.slice(0, 1).flatMap((own) => JSON.stringify(own, null, 4).split("\n")),
  },
  { name: "Export-Clixml", print: (objects, type) => clixml(objects, type) },
];

function list(object: Properties): readonly string[] {
  const width = Math.max(...Object.keys(object).map((name) => name.length));
  return Object.entries(object).map(([name, value]) => `${name.padEnd(width)} : ${value}`);
}

function table(objects: readonly Properties[]): readonly string[] {
  const names = Object.keys(objects[0] ?? {});
  const widths = names.map((name) => Math.max(name.length, ...objects.map((own) => (own[name] ?? "").length)));
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(" ")
      .trimEnd();
  return [
    row(names),
    row(names.map((name) => "-".repeat(name.length))),
    ...objects.map((own) => row(names.map((name) => own[name] ?? ""))),
  ];
}

/** A column more than the window has room for: one letter wide. */
function lettered(objects: readonly Properties[]): readonly string[] {
  const [titles = "", rule = "", ...rows] = table(objects.map((own) => ({ ...own })));
  const width = Math.max(NARROW, ...[titles, rule, ...rows].map(({ length }) => length)) + 1;
  const [first = "", ...letters] = [..."LastOfAll"];
  return [
    titles.padEnd(width) + first,
    ...letters.map((letter) => " ".repeat(width) + letter),
    `${rule.padEnd(width)}-`,
    ...rows.map((row) => `${row.padEnd(width)}{`),
  ];
}

function csv(objects: readonly Properties[], separator: string): readonly string[] {
  const names = Object.keys(objects[0] ?? {});
  const row = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(separator);
  return [row(names), ...objects.map((own) => row(names.map((name) => own[name] ?? "")))];
}

function clixml(objects: readonly Properties[], type: string): readonly string[] {
  const typed = (at: number) =>
    at > 0
      ? ['    <TNRef RefId="0" />']
      : [
          '    <TN RefId="0">',
          `      <T>Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/${type}</T>`,
          "      <T>System.Object</T>",
          "    </TN>",
        ];
  return [
    '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
    ...objects.flatMap((own, at) => [
      `  <Obj RefId="${at}">`,
      ...typed(at),
      `    <ToString>${type}</ToString>`,
      "    <Props>",
      ...Object.entries(own).map(([name, value]) => `      <S N="${name}">${value}</S>`),
      "    </Props>",
      "  </Obj>",
    ]),
    "</Objs>",
  ];
}
