import { format } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { nameTypes } from "../src/targets/typescript/names.js";
import { loadSample } from "./support/load-sample.js";
import { emptyFolder, typecheck, writeInto } from "./support/typecheck.js";
import { type PrintedUnit, printTypescript, published, sources, typeboxOf } from "./support/typescript-samples.js";

const all: Readonly<Record<string, string>> = { ...sources, published };
const printed = new Map<string, readonly PrintedUnit[]>();

/**
 * How a generated type relates to what TypeBox infers. `same`: identical. `equal`: each can be assigned to the other.
 * `wider`: what TypeBox infers can be assigned to it only. `narrower`: the other way round.
 */
type Relation = "same" | "equal" | "wider" | "narrower";

/** The types that are not simply the same, each for a reason. */
const relations: Readonly<Record<string, Relation>> = {
  // Suggestions stay visible where TypeBox sees any string.
  "enums/Open": "equal",
  // One interface where TypeBox has an intersection.
  "intersections/Both": "equal",
  "intersections/Extended": "equal",
  "intersections/Overlapping": "equal",
  "intersections/WithUnion": "equal",
  "intersections/Bounds": "equal",
  "intersections/Narrowed": "equal",
  // An index signature for the keys that TypeBox does not type.
  "open-objects/Typed": "equal",
  "open-objects/TypedOptional": "equal",
  "open-objects/TypedInline": "equal",
  // `unknown` where TypeBox has `any`.
  "objects/Scalars": "equal",
  // On the wire every key is text.
  "pattern-records/ByNumber": "equal",
  // What `Type.Unsafe` and an annotation as `TSchema` leave open.
  "pattern-records/Mixed": "narrower",
  "pattern-records/KeyLength": "narrower",
  "tuples/Open": "narrower",
  "shared-definitions/User": "narrower",
  // Any text where TypeBox has a template literal type.
  "template-literals/Id": "wider",
  "template-literals/Route": "wider",
  "template-literals/Dotted": "wider",
  "template-literals/Holder": "wider",
  "typebox-1/Everything": "wider",
};

const RELATION = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Relation<A, B> =
  Same<A, B> extends true ? "same" : [A] extends [B] ? ([B] extends [A] ? "equal" : "narrower") : [B] extends [A] ? "wider" : "unrelated";
`;

/** Has the compiler relate every type to what TypeBox infers for its schema. */
async function comparison(sample: string, source: string): Promise<string | undefined> {
  const typebox = typeboxOf(source);
  if (typebox === undefined) return undefined;
  const protocol = await loadSample({ source });
  const names = nameTypes(protocol, createDiagnosticList());
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  return [
    `import type { ProtocolSchemas } from "../../../../${source.replace(/\.ts$/u, ".js")}";`,
    typebox === "typebox" ? 'import type { Static } from "typebox";' : "",
    'import type * as types from "./types.js";',
    typebox === "typebox" ? "" : 'type Static<T extends { static: unknown }> = T["static"];',
    RELATION,
    ...registered.map(({ id }, index) => {
      const schema = `(typeof ProtocolSchemas)[${JSON.stringify(id)}]`;
      const relation = relations[`${sample}/${id}`] ?? "same";
      return `export const type${index}: Relation<types.${names.get(id)}, Static<${schema}>> = "${relation}"; // ${id}`;
    }),
    "",
  ].join("\n");
}

beforeAll(async () => {
  for (const [name, source] of Object.entries(all)) {
    printed.set(name, await printTypescript(source));
    if (name !== "published") printed.set(`${name}-ajv`, await printTypescript(source, { engine: "ajv" }));
  }
});

describe("the generated modules", () => {
  it("type-check under the strictest options, and their types are TypeBox's own", async () => {
    const folder = emptyFolder("typescript-types");
    for (const [name, units] of printed) {
      for (const { path, text } of units) writeInto(folder, `${name}/${path}`, text);
    }
    for (const [name, source] of Object.entries(sources)) {
      const text = await comparison(name, source);
      if (text !== undefined) writeInto(folder, `${name}/static.ts`, text);
    }
    expect(typecheck(folder)).toBe("");
  });

  it.each(Object.keys(all))("are laid out as Prettier does: %s", async (name) => {
    for (const { path, text, format: language } of printed.get(name) ?? []) {
      if (language === "typescript") expect(await format(text, { parser: "typescript" }), path).toBe(text);
    }
  });
});
