import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { completion } from "../../src/cli/completion.ts";

describe("completion", () => {
  it("completes in bash: commands first, then options of the command", () => {
    const asked = (words: readonly string[]) => {
      const script = `${completion("bash")}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})\nCOMP_CWORD=${words.length - 1}\n_chimneysweep\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim().split("\n");
    };
    expect(asked(["chimneysweep", "co"])).toEqual(["compare", "completion"]);
    expect(asked(["chimneysweep", "serve", "--p"])).toEqual(["--port"]);
    expect(asked(["chimneysweep", "compare", "--assume"])).toEqual(["--assume-same-host"]);
    expect(asked(["chimneysweep", "completion", "po"])).toEqual(["powershell"]);
    expect(asked(["chimneysweep", "a.txt", "--bas"])).toEqual(["--baseline"]);
  });
});
