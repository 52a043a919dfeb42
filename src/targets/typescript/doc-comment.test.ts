import { describe, expect, it } from "vitest";
import { docComment } from "./doc-comment.js";

function comment(prose: string | undefined, remarks: readonly string[] = [], tags: readonly string[] = []): string {
  return docComment({ prose, remarks, tags }).join("\n");
}

describe("docComment", () => {
  it("says nothing where there is nothing to say", () => {
    expect(docComment({ prose: undefined, remarks: [], tags: [] })).toEqual([]);
    expect(docComment({ prose: " \n ", remarks: [""], tags: [] })).toEqual([]);
  });

  it("stays on one line where it can", () => {
    expect(comment("Who sent it.")).toBe("/** Who sent it. */");
    expect(comment(undefined, [], ["@deprecated "])).toBe("/** @deprecated */");
  });

  it("parts prose, remarks and tags", () => {
    expect(comment("First.\nSecond.  ", ["Integer."], ["@default 5"])).toBe(
      "/**\n * First.\n * Second.\n *\n * Integer.\n *\n * @default 5\n */",
    );
  });

  it("cannot be ended, left or turned into a tag by text from a schema", () => {
    expect(comment("a */ b */")).toBe("/** a *\\/ b *\\/ */");
    expect(comment("one\u2028two\r\nthree")).toBe("/**\n * one\n * two\n * three\n */");
    expect(comment("@deprecated it is not")).toBe("/** \\@deprecated it is not */");
    expect(comment("x", [], ["@deprecated */\n@internal"])).toBe("/**\n * x\n *\n * @deprecated *\\/ @internal\n */");
    expect(comment("\u0000\u001b[31m\ud800")).toBe("/** [31m\ufffd */");
  });
});
