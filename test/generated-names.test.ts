import { describe, expect, it } from "vitest";
import type { JsonObject } from "../src/support/json.js";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import type { Protocol } from "../src/ir/types.js";
import { targets } from "../src/targets/index.js";
import { changesBetween } from "./support/breaking-fixture.js";
import { loadSample } from "./support/load-sample.js";
import { lowerDocument } from "./support/lower-document.js";

/** Every name of one target, a line each. */
function namesIn(target: string, protocol: Protocol): readonly string[] {
  const found = targets.find(({ name }) => name === target);
  return (found?.names?.(protocol, { options: {}, diagnostics: createDiagnosticList() }) ?? []).map(({ name }) => name);
}

function lowered(definitions: JsonObject): Protocol {
  const { protocol, diagnostics } = lowerDocument({ definitions });
  if (protocol === undefined) throw new Error(JSON.stringify(diagnostics));
  return protocol;
}

function object(required: readonly string[], optional: readonly string[] = []): JsonObject {
  const properties = Object.fromEntries([...required, ...optional].map((name) => [name, { type: "string" }]));
  return { type: "object", properties, required, additionalProperties: false };
}

const byId = object(["id", "on"]);
const byJobId = object(["jobId", "on"]);

describe("generated names", () => {
  it.each(["swift", "typescript"])("of the published protocol's unions stay as they are in %s", async (target) => {
    const protocol = await loadSample({ source: "@openclaw/gateway-protocol/schema" });
    const untagged = protocol.declarations.filter(({ kind }) => kind === "union").map(({ id }) => id);
    expect(untagged.length).toBeGreaterThan(60);
    const names = namesIn(target, protocol).filter((name) => !name.startsWith("SharedShapes"));
    expect(names.filter((name) => /variant\d+/i.test(name))).toEqual([]);
    await expect(`${names.join("\n")}\n`).toMatchFileSnapshot(`__golden__/names/published.${target}.txt`);
  });

  it.each(["swift", "typescript"])("do not depend on the order of a union's variants in %s", async (target) => {
    const [first, second] = [{ anyOf: [byId, byJobId] }, { anyOf: [byJobId, byId] }].map((Update) =>
      lowered({ Update }),
    );
    if (first === undefined || second === undefined) throw new Error("nothing was lowered");
    expect(namesIn(target, second).toSorted()).toEqual(namesIn(target, first).toSorted());
  });

  it("of variants come from what tells these apart", () => {
    const definitions: JsonObject = {
      Keys: { anyOf: [byId, byJobId] },
      Types: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }, { type: "number" }] },
      Sets: { anyOf: [object(["a", "b"]), object(["a", "b"], ["c"]), object(["a", "d", "b"])] },
      Same: {
        anyOf: [
          { type: "string", minLength: 2 },
          { type: "string", maxLength: 1 },
        ],
      },
    };
    const names = namesIn("swift", lowered(definitions)).filter((name) => /^\w+\.[a-z]\w*$/.test(name));
    expect(names).toEqual([
      "Keys.id",
      "Keys.jobId",
      "Types.text",
      "Types.items",
      "Types.number",
      "Sets.aAndB",
      "Sets.c",
      "Sets.d",
      "Same.text1",
      "Same.text2",
    ]);
  });

  it("never come to stand for something else when a value or a property is added", () => {
    const cases = (values: readonly string[]): readonly string[] =>
      namesIn("swift", lowered({ Zone: { enum: values } })).slice(1);
    expect(cases(["gmt-1", "utc"])).toEqual(["Zone.gmt1", "Zone.utc"]);
    expect(cases(["gmt+1", "gmt-1", "utc"])).toEqual(["Zone.gmtPlus1", "Zone.gmtMinus1", "Zone.utc"]);
    expect(cases(["fooBar", "foo-bar"])).toEqual(["Zone.mixedFooBar", "Zone.fooDashBar"]);
    expect(cases(["URL", "url", "Url"])).toEqual(["Zone.upperUrl", "Zone.lowerUrl", "Zone.capitalUrl"]);
    const members = namesIn("swift", lowered({ Box: object(["x-id", "x.id", "x_id"]) })).slice(1);
    expect(members).toEqual(["Box.xDashId", "Box.xDotId", "Box.x_id"]);
  });

  it("of shapes that several places have lend none of the places' names to the others", () => {
    const status = { enum: ["done", "failed"] };
    const place = { type: "object", properties: { status }, additionalProperties: false };
    const protocol = lowered({ Job: place, Wizard: { ...place, title: "w" } });
    expect(namesIn("swift", protocol)).toContain("Wizard.Status");
    const { units } = targets
      .find(({ name }) => name === "swift")
      ?.translate(protocol, {
        options: {},
        diagnostics: createDiagnosticList(),
      }) ?? { units: [] };
    expect(JSON.stringify(units)).toContain("SharedShapes.DoneOrFailed");
    expect(JSON.stringify(units)).not.toContain("Job.Status");
  });
});

describe("diff", () => {
  it("finds nothing broken where an untagged union is only in another order", async () => {
    expect(await rulesOf({ Update: { anyOf: [byId, byJobId] } }, { Update: { anyOf: [byJobId, byId] } })).toEqual([]);
  });

  it("calls a name that moves a break of code", async () => {
    const changed = { Update: { anyOf: [object(["all", "id", "on"]), byJobId] } };
    const found = await rulesOf({ Update: { anyOf: [byId, byJobId] } }, changed);
    expect(found).toContain("generated-name-same Update.id Update.all");
  });
});

/** The rules that a change breaks, each with what it shows. */
async function rulesOf(previous: JsonObject, current: JsonObject): Promise<readonly string[]> {
  const changes = await changesBetween({ previous: { definitions: previous }, current: { definitions: current } });
  return changes
    .filter(({ severity }) => severity === "breaking")
    .map(({ rule, previous: from, current: to }) => `${rule} ${from} ${to}`);
}
