import { type TObject, type TSchema, Type } from "@sinclair/typebox";
import { defaultExportNames } from "./default-export-names.js";
import type { TargetDescription } from "./target-description.js";

/** Sections of the config beside `protocols`, each checked against a schema of its owner's. For example `{ rules: … }`. */
export type ConfigSections = Readonly<Record<string, TSchema>>;

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const definition = Type.Optional(Type.Union([text, Type.Null()]));

/** The schema of a whole config. What it does not name is an unknown key. */
export function configSchema(targets: readonly TargetDescription[], sections: ConfigSections): TObject {
  const optional = Object.entries(sections).map(([key, schema]) => [key, Type.Optional(schema)] as const);
  const protocols = Type.Record(Type.String(), protocolSchema(targets));
  return Type.Object({ protocols, ...Object.fromEntries(optional) }, closed);
}

function protocolSchema(targets: readonly TargetDescription[]): TObject {
  const method = Type.Object({ params: definition, result: definition }, closed);
  const event = Type.Object({ payload: definition }, closed);
  return Type.Object(
    {
      source: text,
      exports: Type.Optional(exportsSchema()),
      title: Type.Optional(Type.String()),
      id: Type.Optional(Type.String()),
      description: Type.Optional(Type.String()),
      frames: Type.Optional(text),
      docs: Type.Optional(Type.Union([Type.Literal("schema"), Type.Literal("jsdoc")])),
      methods: Type.Optional(Type.Record(Type.String(), method)),
      events: Type.Optional(Type.Record(Type.String(), event)),
      kinds: Type.Optional(Type.Record(Type.String(), Type.Object({}))),
      handlers: Type.Optional(text),
      targets: targetsSchema(targets),
    },
    closed,
  );
}

function exportsSchema(): TObject {
  const names = Object.keys(defaultExportNames).map((key) => [key, Type.Optional(text)] as const);
  return Type.Object(Object.fromEntries(names), closed);
}

function targetsSchema(targets: readonly TargetDescription[]): TObject {
  const entries = targets.map((target) => {
    const own = Type.Object({ ...target.options.properties, output: Type.Optional(text) }, closed);
    return [target.name, Type.Optional(Type.Union([Type.Literal(true), own]))] as const;
  });
  return Type.Object(Object.fromEntries(entries), closed);
}
