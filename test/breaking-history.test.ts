import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Protocol } from "../src/ir/types.js";
import { breakingRules } from "../src/rules/breaking/index.js";
import { rule as decide } from "../src/rules/policy/apply-policy.js";
import { policyOf } from "../src/rules/policy/policy-config.js";
import { changesMarkdown } from "../src/rules/report/changes-markdown.js";
import type { Change } from "../src/rules/rule.js";
import { runRules } from "../src/rules/run-rules.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../src/support/json.js";
import { createOracle, isProven } from "./support/breaking-fixture.js";
import { loadSample } from "./support/load-sample.js";
import { lowerDocument } from "./support/lower-document.js";

const PACKAGES = join(import.meta.dirname, "../node_modules");

function publishedDocument(name: string): JsonObject {
  const value: JsonValue = JSON.parse(readFileSync(join(PACKAGES, name, "protocol.schema.json"), "utf8"));
  if (!isJsonObject(value)) throw new Error(`the document of ${name} is no object`);
  return value;
}

function lowered(document: JsonObject): Protocol {
  const { protocol, diagnostics } = lowerDocument(document);
  if (protocol === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3), null, 2));
  return protocol;
}

const compare = (previous: Protocol, current: Protocol): Promise<readonly Change[]> =>
  runRules({ previous, current, rules: breakingRules, names: [], isApproved: () => false });

describe("the published history of the real registry", () => {
  it("is judged, and every break of the wire has an example that AJV confirms", async () => {
    const pair = {
      previous: publishedDocument("gateway-protocol-previous"),
      current: publishedDocument("@openclaw/gateway-protocol"),
    };
    const changes = await compare(lowered(pair.previous), lowered(pair.current));
    const counts = new Map<string, number>();
    for (const { rule, category, severity } of changes) {
      const key = `${severity} ${category} ${rule}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const table = [...counts].map(([key, count]) => `${String(count).padStart(4)} ${key}\n`).join("");
    await expect(table).toMatchFileSnapshot("__golden__/diff/real-history-counts.txt");
    const breaks = changes.filter(({ category, severity }) => category === "wire" && severity === "breaking");
    expect(breaks.filter(({ witnesses }) => witnesses.length === 0)).toEqual([]);
    const witnesses = breaks.flatMap((change) => change.witnesses);
    const oracle = createOracle(pair, new Set(witnesses.flatMap(({ definition }) => definition ?? [])));
    expect(witnesses.length).toBeGreaterThan(140);
    expect(witnesses.filter((witness) => !isProven(witness, oracle))).toEqual([]);
  });
});

describe("the two sample protocols", () => {
  it("are told apart completely", async () => {
    const previous = await loadSample({ source: "fixtures/clawdis/schema.ts" });
    const current = await loadSample({ source: "fixtures/gateway/schema.ts" });
    const context = { policy: policyOf(undefined), approvals: [], protocol: "gateway", today: "2026-01-01" };
    const rulings = (await compare(previous, current)).map((change) => decide(change, context));
    const report = changesMarkdown({ protocol: "gateway", previous: "clawdis", current: "gateway", rulings });
    await expect(report).toMatchFileSnapshot("__golden__/diff/clawdis-to-gateway.md");
  });
});
