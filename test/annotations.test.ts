import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { targets } from "../src/targets/index.js";
import type { JsonObject } from "../src/support/json.js";
import { changesBetween } from "./support/breaking-fixture.js";
import { lowerDocument } from "./support/lower-document.js";

const ANNOTATIONS: readonly JsonObject[] = [
  { "x-internal": true },
  { example: 1 },
  { contentMediaType: "text/plain", contentEncoding: "base64" },
  { $schema: "http://json-schema.org/draft-07/schema#" },
  { $comment: "c", readOnly: true, writeOnly: false, deprecated: true, externalDocs: { url: "u" } },
];

function documentOf(value: JsonObject): JsonObject {
  return { definitions: { Open: value, Holder: { type: "object", properties: { value } } } };
}

describe("a keyword that only annotates", () => {
  it.each(ANNOTATIONS)("is no fallback of any target: %j", (annotation) => {
    const { protocol, diagnostics } = lowerDocument(documentOf(annotation));
    expect(diagnostics).toEqual([]);
    if (protocol === undefined) throw new Error("no protocol");
    for (const target of targets) {
      const found = createDiagnosticList();
      expect(target.translate(protocol, { options: {}, diagnostics: found }).fallbacks, target.name).toEqual([]);
      expect(found.diagnostics, target.name).toEqual([]);
    }
  });

  it.each(ANNOTATIONS)("is no change of the wire where it comes: %j", async (annotation) => {
    const type = { type: "string" };
    const changes = await changesBetween({
      previous: documentOf(type),
      current: documentOf({ ...type, ...annotation }),
    });
    expect(changes.filter(({ category }) => category === "wire")).toEqual([]);
    expect(changes.filter(({ rule }) => rule === "property-same-type")).toEqual([]);
  });

  it("is told from a keyword that nobody knows", () => {
    const { protocol } = lowerDocument(documentOf({ minLenght: 1 }));
    if (protocol === undefined) throw new Error("no protocol");
    const fallbacks = targets.flatMap(
      (target) => target.translate(protocol, { options: {}, diagnostics: createDiagnosticList() }).fallbacks,
    );
    expect(fallbacks.map(({ construct }) => construct)).toContain("minLenght");
  });
});
