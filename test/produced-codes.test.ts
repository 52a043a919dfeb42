import { describe, expect, it } from "vitest";
import type { Report } from "../src/diagnostics/reporters/reporter.js";
import { reporters } from "../src/diagnostics/reporters/index.js";
import { keepCodes, printedCodes, unproducedCodes } from "./support/produced-codes.js";
import { temporaryProject } from "./support/temporary-project.js";

const REPORT: Report = {
  command: "check",
  diagnostics: [
    { code: "ir/not-json", severity: "error", message: "x says other/code, and error none/such" },
    { code: "check/stale-file", severity: "warning", message: "y", location: { file: "a/b.ts", line: 1, column: 1 } },
  ],
  passed: [],
  results: {},
};

describe("the codes that tests produce", () => {
  it.each(["text", "json", "github"] as const)("are read where they were found, as %s prints them", (format) => {
    const printed = reporters[format](REPORT, { colour: false, readSource: () => undefined });
    expect([...printedCodes(printed)]).toEqual(["ir/not-json", "check/stale-file"]);
  });

  it("are all that a family has, or those that are missing are named", () => {
    const { root } = temporaryProject({ known: "a/one\na/two\n", produced: "a/two\nb/other\n" });
    expect(unproducedCodes(root)).toEqual(["a/one"]);
    expect(unproducedCodes(`${root}/nothing`)).toEqual([]);
  });

  it("are kept by the run that this test is part of", () => {
    expect(() => keepCodes("known", [])).not.toThrow();
    expect(process.env["TYPEWIRE_TEST_CODES"]).toMatch(/typewire-codes-/);
  });
});
