import { expect, it } from "vitest";
import { objectClasses, objectsIn } from "../../../support/objects.ts";

const exported = (...objects: readonly string[]) =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n${objects.join("")}</Objs>\n`;

it.each([
  [
    "objects one below the other",
    exported(
      '  <Obj RefId="0">\n    <TN RefId="0">\n      <T>X</T>\n    </TN>\n    <ToString>x</ToString>\n    <Props>\n      <S N="Name">a &lt;b&gt;</S>\n      <B N="On">true</B>\n      <Nil N="Z" />\n    </Props>\n  </Obj>\n',
      '  <Obj RefId="1">\n    <TNRef RefId="0" />\n    <Props>\n      <S N="Name">c</S>\n    </Props>\n  </Obj>\n',
    ),
    ["2 Name=a <b> On=true", "13 Name=c"],
  ],
  [
    "words for numbers, which PowerShell adds",
    exported(
      '<Obj RefId="0">\n<Props>\n<By N="State">5</By>\n</Props>\n<MS>\n<Obj N="State" RefId="1">\n<TN RefId="1">\n<T>E</T>\n</TN>\n<ToString>Established</ToString>\n<By>5</By>\n</Obj>\n</MS>\n</Obj>\n',
    ),
    ["2 State=Established"],
  ],
  [
    "several values of a property",
    exported(
      '<Obj RefId="0">\n<Props>\n<Obj N="V" RefId="1">\n<LST>\n<S>1</S>\n<S>2</S>\n</LST>\n</Obj>\n</Props>\n</Obj>\n',
    ),
    ["2 V={1, 2}"],
  ],
  [
    "what it says of the class left out",
    exported(
      '<Obj RefId="0">\n<Props>\n<S N="A">1</S>\n<S N="B">2</S>\n<S N="C">3</S>\n</Props>\n<MS>\n<Obj N="__ClassMetadata" RefId="1">\n<LST>\n<Obj RefId="2">\n<MS>\n<S N="ClassName">X</S>\n</MS>\n</Obj>\n</LST>\n</Obj>\n</MS>\n</Obj>\n',
    ),
    ["2 A=1 B=2 C=3"],
  ],
])("with %s", (_what, text, objects) => {
  expect(objectsIn(text)).toEqual(objects);
  expect(objectClasses(text)).toMatch(/^r+$/);
});

it("elements within elements without end are lines like others", () => {
  expect(objectClasses('<Obj RefId="0">\n'.repeat(5000))).toMatch(/^r{5000}$/);
});
