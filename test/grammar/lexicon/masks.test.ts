import { expect, it } from "vitest";
import { isMasked } from "../../../grammar/lexicon/masks.ts";

it.each([
  ...["xx.xx.xx.xx", "XX.XX.XX.XX", "x.x.x.x", "a.b.c.d", "10.1.x.x", "10.0.0.*", "10.x.x.5", "192.168.###.1"],
  ...["***.***.***.***", "n.n.n.n", "2001:db8:xxxx::1", "fe80::xxxx", "[redacted]", "REDACTED", "<server-ip>", "<ip>"],
  ...["(masked)", "{{IP}}", "{ip}", "%SERVER%", "$IP", "__HOST__", "████", "███.███.███.███", "client-██", "srv***"],
  ...["XXXX", "xxxxx", "####", "----", "-", "...", "•••", "?", "???"],
])("%s is a mask", (text) => {
  expect(isMasked(text)).toBe(true);
});

it.each([
  ...["10.0.0.1", "0.0.0.0", "127.0.0.1", "::", "::1", "fe80::1%9", "2001:db8::a:b", "*", "files01", "FILES-04"],
  ...["web_03.example.com", "https", "microsoft-ds", "localhost", "x1", "xbox", "maxxine-pc", "a.example.com", "x"],
  ...[
    "hidden-valley.example.com",
    "maskar01",
    "M?LLER-PC",
    "nn01.corp",
    "",
    "1433",
    "[fe80",
    "SRV_01",
    "xn--mller-kva.de",
  ],
])("%s is none", (text) => {
  expect(isMasked(text)).toBe(false);
});
