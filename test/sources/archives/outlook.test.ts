import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { formatOf } from "../../../src/sources/archives/index.ts";
import { openedFile } from "../../support/archives/opened.ts";

it.each([
  [
    "mail.msg",
    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a message of Outlook (.msg), which is not read; save it in Outlook as text",
  ],
  [
    "winmail.dat",
    "\x78\x9f\x3e\x22",
    "a mail in Outlook's own wrapping (winmail.dat), which is not read; ask for it as plain",
  ],
])("says of %s what it is", async (file, start, told) => {
  const [found] = await openedFile(file, Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(64, 0x55)]));
  expect(found).toContain(`${file}: skipped: archive-unsupported: ${told}`);
});

it("takes no other document for a message of Outlook", async () => {
  const bytes = Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1");
  expect(formatOf(bytes, "letter.doc")).toBeUndefined();
});
