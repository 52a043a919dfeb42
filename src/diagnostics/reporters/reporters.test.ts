import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostic.js";
import { reporters } from "./index.js";
import type { Report } from "./reporter.js";

const HOSTILE: Diagnostic = {
  code: "check/stale-file",
  severity: "error",
  message: 'a "quoted" <tag> & 100%,\n::warning::line\r two \u001b[31mred ]]>',
  help: "Run: typewire generate <x>",
  detail: "@@ -1,1 +1,1 @@\n-old --> ]]>\n+new\u0007",
  path: "Weird.\u202ename",
  location: { file: "a,b:c%.ts", line: 2, column: 3 },
};

const WARNING: Diagnostic = {
  code: "ir/not-on-wire",
  severity: "warning",
  message: "The transform stays",
  path: "A.b",
};

const REPORT: Report = {
  command: "check",
  diagnostics: [HOSTILE, WARNING],
  passed: ["out/<a>.ts"],
  results: { files: [] },
};

const CONTEXT = { colour: false, readSource: () => "one\n\ttwo\nthree\n" };

describe.each(["text", "json", "github", "junit"] as const)("the %s reporter", (format) => {
  it("prints hostile text as data", async () => {
    await expect(reporters[format](REPORT, CONTEXT)).toMatchFileSnapshot(`__golden__/hostile.${format}`);
  });

  it("prints nothing to read where nothing was found", async () => {
    const empty = { command: "check", diagnostics: [], passed: [], results: {} };
    await expect(reporters[format](empty, CONTEXT)).toMatchFileSnapshot(`__golden__/empty.${format}`);
  });
});

describe("the text reporter", () => {
  it("shows the source line of a finding without a detail", () => {
    const { detail: _, ...found } = HOSTILE;
    const text = reporters.text({ ...REPORT, diagnostics: [found] }, CONTEXT);
    expect(text).toContain("  1 | one\n  2 |  two\n    |   ^\n  3 | three\n");
  });

  it("shows no source line that does not exist", () => {
    const { detail: _, ...found } = HOSTILE;
    const gone = { ...found, location: { file: "gone.ts", line: 9, column: 1 } };
    expect(reporters.text({ ...REPORT, diagnostics: [gone] }, CONTEXT)).not.toContain("^");
    expect(
      reporters.text({ ...REPORT, diagnostics: [gone] }, { colour: false, readSource: () => undefined }),
    ).toContain("gone.ts:9:1");
  });

  it("colours labels and diffs", () => {
    const text = reporters.text(REPORT, { ...CONTEXT, colour: true });
    expect(text).toContain("\u001b[31merror\u001b[39m");
    expect(text).toContain("\u001b[31m-old --> ]]>\u001b[39m");
  });
});

describe("the github reporter", () => {
  it("prints one line for each finding", () => {
    expect(reporters.github(REPORT, CONTEXT).trimEnd().split("\n")).toHaveLength(2);
  });
});

describe("the json reporter", () => {
  it("keeps every text as it is", () => {
    expect(JSON.parse(reporters.json(REPORT, CONTEXT))).toEqual({
      version: 1,
      command: "check",
      errors: 1,
      warnings: 1,
      diagnostics: [HOSTILE, WARNING],
      files: [],
    });
  });
});
