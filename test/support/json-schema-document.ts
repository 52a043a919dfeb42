import { referenceTo } from "../../src/json-schema/references.js";
import type { JsonSchema } from "../../src/json-schema/schema.js";
import { Ajv } from "ajv";
import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import { mutate } from "../../src/instances/mutate.js";
import { createRandom } from "../../src/instances/random.js";
import { validInstances } from "../../src/instances/valid-instances.js";
import type { Protocol } from "../../src/ir/types.js";
import { createRenderer } from "../../src/render/renderer.js";
import type { JsonValue } from "../../src/support/json.js";
import { jsonSchema } from "../../src/targets/json-schema/index.js";
import type { RenderUnit, TargetOptions } from "../../src/targets/target.js";
import type { PublishedDocument } from "./load-sample.js";

/** What the JSON Schema target wants printed: one file. */
export function documentUnit(protocol: Protocol, options: TargetOptions = {}): RenderUnit {
  const { units } = jsonSchema.translate(protocol, { options, diagnostics: createDiagnosticList() });
  const [unit] = units;
  if (unit === undefined || units.length > 1) throw new Error("the target prints one file");
  return unit;
}

/** The text that the JSON Schema target makes of a protocol. For example `documentOf(protocol, { refs: "named" })`. */
export function documentOf(protocol: Protocol, options: TargetOptions = {}): string {
  return createRenderer().render(jsonSchema.name, documentUnit(protocol, options));
}

/** A document's text, read. */
export function parseDocument(text: string): PublishedDocument {
  return JSON.parse(text);
}

/** What AJV says of one instance of a definition, with inline and with named references. */
export interface Verdict {
  readonly definition: string;
  readonly instance: JsonValue;
  readonly inline: boolean;
  readonly named: boolean;
}

/** Has AJV judge instances of every definition, valid ones and as many that were damaged in one place. */
export function verdictsOf(protocol: Protocol): readonly Verdict[] {
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const definitions = new Map(registered.map(({ id, schema }) => [id, schema]));
  const inline = judge(parseDocument(documentOf(protocol)));
  const named = judge(parseDocument(documentOf(protocol, { refs: "named" })));
  return registered.flatMap(({ id: definition, schema }) =>
    instancesOf(schema, definitions).map((instance) => ({
      definition,
      instance,
      inline: inline(definition, instance),
      named: named(definition, instance),
    })),
  );
}

function judge(document: PublishedDocument): (definition: string, instance: JsonValue) => boolean {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ ...document, $id: "document" });
  return (definition, instance) => {
    const validate = ajv.getSchema(`document${referenceTo(definition)}`);
    if (validate === undefined) throw new Error(`the document has no definition ${definition}`);
    return validate(instance) === true;
  };
}

function instancesOf(schema: JsonSchema, definitions: ReadonlyMap<string, JsonSchema>): readonly JsonValue[] {
  const random = createRandom(7);
  const valid = validInstances(schema, { definitions, seed: 7, count: 6 });
  return [...valid, ...valid.map((instance) => mutate(instance, schema, random))];
}
