import { describe, expect, it } from "vitest";
import { netTcpConnection } from "../../../grammar/kinds/net-tcp-connection.ts";
import { classesIn, remarksIn, segmentOf } from "../../support/readings.ts";

const read = (text: string, command: string | null = null) => netTcpConnection.read(segmentOf(text), { command });
/** The connections as words: `3 192.0.2.1:445 198.51.100.7:50012 ESTABLISHED offloaded 4`. */
const connectionsIn = (text: string) =>
  read(text).records.map(
    ({ line, localAddress, localPort, foreignAddress, foreignPort, state, offloadState, unknownOffloadState, pid }) =>
      [
        line,
        `${localAddress}:${localPort}`,
        `${foreignAddress}:${foreignPort}`,
        state,
        offloadState ?? `?${unknownOffloadState}`,
        pid,
      ].join(" "),
  );

const EXPECTED = ["192.0.2.1:445 198.51.100.7:50012 ESTABLISHED offloaded 4", ":::135 :::0 LISTENING inHost 812"];

describe("the same connections", () => {
  it.each([
    [
      "as a list",
      [1, 9],
      "State : Established\nLocalAddress : 192.0.2.1\nLocalPort : 445\nOwningProcess : 4\nRemoteAddress : 198.51.100.7\nRemotePort : 50012\nOffloadState : Offloaded\n\nState : Listen\nLocalAddress : ::\nLocalPort : 135\nOwningProcess : 812\nRemoteAddress : ::\nRemotePort : 0\nOffloadState : InHost\n",
    ],
    [
      "as a table",
      [3, 4],
      `LocalAddress LocalPort RemoteAddress RemotePort       State OffloadState OwningProcess
------------ --------- ------------- ----------       ----- ------------ -------------
192.0.2.1          445 198.51.100.7       50012 Established    Offloaded             4
::                 135 ::                     0      Listen       InHost           812
`,
    ],
    [
      "as a table with a title letter by letter",
      [15, 16],
      `LocalAddress LocalPort RemoteAddress RemotePort OffloadState State       O
                                                                         w
                                                                         n
                                                                         i
                                                                         n
                                                                         g
                                                                         P
                                                                         r
                                                                         o
                                                                         c
                                                                         e
                                                                         s
                                                                         s
------------ --------- ------------- ---------- ------------ -----       -
192.0.2.1          445 198.51.100.7       50012    Offloaded Established 4
::                 135 ::                     0       InHost Listen      8
`,
    ],
    [
      "as CSV",
      [2, 3],
      '"LocalAddress","LocalPort","RemoteAddress","RemotePort","State","OffloadState","OwningProcess"\n"192.0.2.1","445","198.51.100.7","50012","Established","Offloaded","4"\n"::","135","::","0","Listen","InHost","812"\n',
    ],
    [
      "as JSON, with numbers for words",
      [1, 1],
      '[{"LocalAddress":"192.0.2.1","LocalPort":445,"RemoteAddress":"198.51.100.7","RemotePort":50012,"State":5,"OffloadState":2,"OwningProcess":4},{"LocalAddress":"::","LocalPort":135,"RemoteAddress":"::","RemotePort":0,"State":2,"OffloadState":0,"OwningProcess":812}]\n',
    ],
    [
      "as CLIXML",
      [2, 13],
      `<Objs>\n${[
        ["192.0.2.1", 445, "198.51.100.7", 50012, 5, 2, 4],
        ["::", 135, "::", 0, 2, 0, 812],
      ]
        .map(
          ([local, localPort, remote, remotePort, state, offload, pid], at) =>
            `<Obj RefId="${at}">\n<Props>\n<S N="LocalAddress">${local}</S>\n<U16 N="LocalPort">${localPort}</U16>\n<S N="RemoteAddress">${remote}</S>\n<U16 N="RemotePort">${remotePort}</U16>\n<By N="State">${state}</By>\n<By N="OffloadState">${offload}</By>\n<U32 N="OwningProcess">${pid}</U32>\n</Props>\n</Obj>\n`,
        )
        .join("")}</Objs>\n`,
    ],
  ])("%s", (what, lines, text) => {
    const own = what.includes("letter") ? EXPECTED.map((row) => row.replace("812", "8")) : EXPECTED;
    expect(connectionsIn(text)).toEqual(own.map((row, at) => `${lines[at]} ${row}`));
    expect(read(text)).toMatchObject({ traits: { hasOffloadState: true, hasProcessId: true }, diagnostics: [] });
  });
});

const row = (state: string, offload: string) =>
  `"LocalAddress","LocalPort","RemoteAddress","RemotePort","State","OffloadState"\n"192.0.2.1","80","198.51.100.7","5000","${state}","${offload}"\n`;

it.each([
  ["Closed", "CLOSED"],
  ["SynSent", "SYN_SENT"],
  ["SynReceived", "SYN_RECEIVED"],
  ["FinWait1", "FIN_WAIT_1"],
  ["FinWait2", "FIN_WAIT_2"],
  ["CloseWait", "CLOSE_WAIT"],
  ["Closing", "CLOSING"],
  ["LastAck", "LAST_ACK"],
  ["TimeWait", "TIME_WAIT"],
  ["11", "TIME_WAIT"],
  ["DeleteTCB", "DELETE_TCB"],
  ["Bound", "BOUND"],
  ["100", "BOUND"],
  ["Other", "Other"],
])("the state %s is %s", (printed, state) => {
  expect(read(row(printed, "InHost")).records.map((connection) => connection.state)).toEqual([state]);
});

it.each([
  ["Uploading", { offloadState: "uploading" }],
  ["1", { offloadState: "offloading" }],
  ["Strange", { unknownOffloadState: "Strange" }],
])("the offload state %s is %j", (printed, found) => {
  expect(read(row("Listen", printed)).records).toMatchObject([found]);
});

it("says what is missing where the table leaves out the offload states", () => {
  const text =
    "LocalAddress  LocalPort  RemoteAddress  RemotePort  State        OwningProcess\n------------  ---------  -------------  ----------  -----        -------------\n192.0.2.1     445        198.51.100.7   50012       Established  4\n";
  const reading = read(text);
  expect(reading).toMatchObject({ recognised: false, records: [] });
  expect(remarksIn(reading)).toEqual(["other-output 3:1"]);
  expect(reading.diagnostics[0]?.message).toMatch(/does not show offload states.*Format-List/);
});

it("takes objects without both ends for something else", () => {
  const text = "LocalAddress : ::\nLocalPort : 500\nOwningProcess : 812\n";
  expect(read(text)).toMatchObject({ recognised: false, diagnostics: [] });
  expect(classesIn(read(text))).toBe("---");
});

it.each([
  ["OffloadState : InHost", null, "record"],
  ["State : Listen", null, undefined],
  ["State : Listen", "Get-NetTCPConnection | fl *", "record"],
  ['"State","OffloadState"', null, "heading"],
  ["LocalAddress LocalPort RemoteAddress RemotePort State AppliedSetting OwningProcess", null, "heading"],
  ["#TYPE X#root/standardcimv2/MSFT_NetTCPConnection", null, "title"],
])("%j after %j is a landmark: %s", (line, command, found) => {
  expect(netTcpConnection.landmark(line, { command })).toBe(found);
});
