"use strict";
// Loaded before a program (`node --require`), in its threads too: whatever reaches for the network or another program, or
// writes anywhere but below the folder in SEALED_EXCEPT, throws and is told on the error stream.

const { resolve, sep } = require("node:path");
const { syncBuiltinESMExports } = require("node:module");
const { writeSync } = require("node:fs");

const open = (process.env.SEALED_EXCEPT ?? "").split("\n").filter((path) => path !== "");

function refuse(what) {
  writeSync(2, `SEALED: ${what}\n`);
  throw new Error(`sealed: ${what}`);
}

/** Replaces functions of an object by such that throw. */
function seal(name, object, functions) {
  for (const key of functions) {
    if (typeof object[key] === "function") object[key] = () => refuse(`${name}.${key}`);
  }
}

seal("net", require("node:net"), ["connect", "createConnection", "createServer"]);
seal("net.Socket", require("node:net").Socket.prototype, ["connect"]);
seal("net.Server", require("node:net").Server.prototype, ["listen"]);
seal("tls", require("node:tls"), ["connect", "createServer"]);
seal("dgram", require("node:dgram"), ["createSocket"]);
seal("dns", require("node:dns"), ["lookup", "lookupService", "resolve", "resolve4", "resolve6", "reverse"]);
seal("dns/promises", require("node:dns/promises"), ["lookup", "lookupService", "resolve", "reverse"]);
for (const name of ["node:http", "node:https"]) seal(name, require(name), ["request", "get", "createServer"]);
seal("http2", require("node:http2"), ["connect", "createServer", "createSecureServer"]);
seal("globalThis", globalThis, ["fetch", "WebSocket", "EventSource"]);
seal("child_process", require("node:child_process"), [
  ...["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"],
]);

/** Paths that a function of the file system writes to, given what it is called with. */
const first = ([path]) => [path];
const second = ([, path]) => [path];
const both = ([from, to]) => [from, to];
const opened = ([path, flags = "r"]) => (typeof flags === "object" || flags === "r" ? [] : [path]);
const writers = {
  ...{ appendFile: first, chmod: first, chown: first, copyFile: second, cp: second, createWriteStream: first },
  ...{ lchown: first, link: second, lutimes: first, mkdir: first, mkdtemp: first, open: opened, rename: both },
  ...{ rm: first, rmdir: first, symlink: second, truncate: first, unlink: first, utimes: first, writeFile: first },
};

function isAllowed(path) {
  // A number is a file that is open already, and was looked at then.
  if (typeof path === "number" || typeof path === "object") return true;
  const whole = resolve(String(path));
  return open.some((folder) => whole === folder || whole.startsWith(folder + sep));
}

function watch(name, object, suffix) {
  for (const [key, pathsOf] of Object.entries(writers)) {
    const original = object[key + suffix];
    if (typeof original !== "function") continue;
    object[key + suffix] = function watched(...args) {
      const stray = pathsOf(args).find((path) => !isAllowed(path));
      if (stray !== undefined) refuse(`${name}.${key + suffix} ${stray}`);
      return original.apply(this, args);
    };
  }
}

watch("fs", require("node:fs"), "");
watch("fs", require("node:fs"), "Sync");
watch("fs/promises", require("node:fs/promises"), "");
syncBuiltinESMExports();
