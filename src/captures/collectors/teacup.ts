import { attributed } from "./attributed.ts";
import type { Collector } from "./collector.ts";
import { fileAmong, type KnownFile } from "./known-files.ts";

/**
 * The name of the experiment, the host as it was connected to (with its port, where one was given), and what was asked.
 * No name in DNS has an underscore.
 */
const files: readonly KnownFile[] = [
  { name: /^.{1,200}_(?<host>[A-Za-z0-9][A-Za-z0-9.-]{0,62})(?<!_\d{1,5})(?:_\d{1,5})?_sysctl\.log(?:\.gz)?$/ },
  { name: /^.{1,200}_(?<host>[A-Za-z0-9][A-Za-z0-9.-]{0,62})(?<!_\d{1,5})(?:_\d{1,5})?_ifconfig\.log(?:\.gz)?$/ },
];

/**
 * TEACUP, a bed for tests of TCP: on hosts with Windows its log of settings has the outputs of netsh, each below its
 * command. The stamp in front is that of a whole series of experiments, so it tells no time.
 */
export const teacup: Collector = {
  name: "TEACUP",
  attribute(path) {
    const file = fileAmong(files, path.file);
    return file === undefined ? undefined : attributed(teacup.name, { file });
  },
};
