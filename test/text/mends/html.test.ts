import { describe, expect, it } from "vitest";
import { html } from "../../../src/text/mends/html.ts";
import { linesAfter } from "../../support/mended.ts";

describe("html", () => {
  it.each<[text: string, lines: string[]]>([
    ["<pre><code>Querying active state...", ["Querying active state..."]],
    ["  TCP    192.0.2.1:445</code></pre>", ["  TCP    192.0.2.1:445"]],
    ['<SPAN style="color: red">TCP</SPAN>  192.0.2.1:445', ["TCP  192.0.2.1:445"]],
    ["one<br>two<br/>three<BR />", ["one", "two", "three"]],
    ["one<br><br>two", ["one", "", "two"]],
    ["<br>", [""]],
    ["<p>one</p><p>two</p>", ["one", "two"]],
    ["<div><div>one</div></div> <div>two", ["one", " two"]],
    ["<tr><td>TCP</td><td class=x>192.0.2.1:445</td></tr><tr><th>UDP</th></tr>", ["TCP\t192.0.2.1:445", "UDP"]],
    ["TCP Global Parameters<hr>ECN", ["TCP Global Parameters", "-----", "ECN"]],
    ["<hr />", ["-----"]],
    ["<h3>netstat -nt</h3>Active Connections", ["netstat -nt", "Active Connections"]],
    ["<!--StartFragment-->TCP<o:p></o:p>", ["TCP"]],
    ["<!DOCTYPE html>", [""]],
    ["PS C:\\&gt; netstat -nt &amp; &quot;x&quot; &#x41;&#66;", ['PS C:\\> netstat -nt & "x" AB']],
    ["&lt;b&gt; is no tag any more", ["<b> is no tag any more"]],
    ["one&#10;two", ["one", "two"]],
    ["a &amp;lt; b", ["a &lt; b"]],
  ])("mends %j", (text, lines) => {
    expect(linesAfter(html, text)).toEqual(lines);
  });

  it.each([
    "Chimney Offload State : automatic  <---",
    "enabled <== this one",
    "netstat [-p <proto>] <interval>",
    "<none> <unknown> <pref>",
    "a < b and b > c",
    "<b",
    "R&D; &unknownentity; &;",
    "192.0.2.1:445 <http://192.0.2.1:445>",
    '      <S N="Name">Ethernet</S>',
    '      <B N="Enabled">true</B>',
    "          <S>1</S>",
  ])("leaves %j alone", (text) => {
    expect(html(text)).toEqual([]);
  });
});
