import { describe, expect, it } from "vitest";
import { breakingRuleId } from "../src/rules/breaking-rule-ids.js";
import { breakingRules } from "../src/rules/breaking/index.js";
import { rule as decide } from "../src/rules/policy/apply-policy.js";
import { policyOf } from "../src/rules/policy/policy-config.js";
import { changesText } from "../src/rules/report/changes-text.js";
import { describeWitness } from "../src/rules/report/describe-witness.js";
import type { Change } from "../src/rules/rule.js";
import { changesBetween, createOracle, fixtureNames, fixturePair, isProven } from "./support/breaking-fixture.js";

describe("every rule", () => {
  it("has a fixture pair, and every fixture pair a rule", () => {
    expect(fixtureNames()).toEqual(breakingRules.map(({ id }) => id).toSorted());
  });

  it("stands in the list of ids in the same order", () => {
    expect(breakingRules.map(({ id }) => id)).toEqual(breakingRuleId.anyOf.map(({ const: id }) => id));
  });

  it("says what it checks in one sentence, under a name of its own", () => {
    expect(new Set(breakingRules.map(({ id }) => id)).size).toBe(breakingRules.length);
    for (const { id, purpose } of breakingRules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(purpose).toMatch(/^(Checks that|Lists) [^.]+\.$/);
    }
  });
});

describe.each(breakingRules)("$id", ({ id, category }) => {
  const pair = fixturePair(id);

  it("reports its fixture pair", async () => {
    const changes = await changesBetween(pair);
    expect(changes.filter(({ rule }) => rule === id)).not.toEqual([]);
    await expect(report(changes)).toMatchFileSnapshot(`__golden__/breaking/${id}.txt`);
  });

  it("proves every break of the wire with an example, and every example by AJV", async () => {
    const changes = await changesBetween(pair);
    const oracle = createOracle(pair);
    const breaks = changes.filter((change) => change.category === "wire" && change.severity === "breaking");
    expect(breaks.filter(({ witnesses }) => witnesses.length === 0)).toEqual([]);
    expect(changes.flatMap(({ witnesses }) => witnesses).filter((witness) => !isProven(witness, oracle))).toEqual([]);
    expect(["wire", "source", "metadata"]).toContain(category);
  });

  it("finds nothing between a version and itself", async () => {
    expect(await changesBetween({ previous: pair.current, current: pair.current })).toEqual([]);
    expect(await changesBetween({ previous: pair.previous, current: pair.previous })).toEqual([]);
  });
});

function report(changes: readonly Change[]): string {
  const context = { policy: policyOf(undefined), approvals: [], protocol: "sample", today: "2026-01-01" };
  const rulings = changes.map((change) => decide(change, context));
  const text = changesText({ protocol: "sample", previous: "previous", current: "current", rulings });
  const examples = changes.flatMap(({ rule, path, witnesses }) =>
    witnesses.map((witness) => `\n${rule} at ${path}\n${describeWitness(witness)}\n`),
  );
  return `${text}${examples.join("")}`;
}
