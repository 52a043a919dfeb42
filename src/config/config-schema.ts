import { type Static, type TObject, type TSchema, type TString, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import type { JsonObject } from "../support/json.js";
import { defaultExportNames } from "./default-export-names.js";
import type { TargetDescription } from "./target-description.js";

/** Sections of the config beside `protocols`, each checked against a schema of its owner's. For example `{ rules: … }`. */
export type ConfigSections = Readonly<Record<string, TSchema>>;

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const output = Type.String({
  minLength: 1,
  description: "The file or folder to write, relative to the config; `generated/<protocol>/…` otherwise.",
});

const committed = Type.Boolean({
  default: true,
  description:
    "Whether git keeps the output. If not, `check` looks at it only when its target is named, and `check --committed` never asks for it.",
});
const allow = Type.Array(text, {
  default: [],
  description:
    "Hand-written files that may stand in the output folder: globs relative to it; one without a slash fits a name in any folder below.",
});

/** What every target's settings may hold beside the target's own options. */
export const outputSettings = Type.Partial(Type.Object({ output, committed, allow }));

/** A name that generated code of every language can use. */
function name(description: string): TString {
  return Type.String({
    pattern: "^_*[A-Za-z][A-Za-z0-9_]*$",
    title: "a name of letters, digits and underscores",
    description,
  });
}

function exportName(key: keyof typeof defaultExportNames, description: string): TString {
  return Type.String({ minLength: 1, default: defaultExportNames[key], description });
}

function definition(description: string) {
  return Type.Optional(Type.Union([text, Type.Null()], { description }));
}

const exportsSchema = Type.Partial(
  Type.Object(
    {
      schemas: exportName("schemas", "Every definition by its name."),
      version: exportName("version", "The protocol's version, a number."),
      errorCodes: exportName("errorCodes", "The error codes: a list, or an object whose values they are."),
      methods: exportName("methods", "The methods that a client may call."),
      events: exportName("events", "The events that a server may send."),
    },
    closed,
  ),
  { description: "Names of the registry's exports, where they differ from the usual ones." },
);

const namesSchema = Type.Partial(
  Type.Object(
    {
      errorCode: name("The type of the error codes."),
      versionConstant: name(
        "The version's constant. What stands before PROTOCOL_VERSION in it comes before the names of the other version constants too.",
      ),
    },
    closed,
  ),
  { description: "What generated code calls what is the protocol's own, in every language." },
);

const methodSchema = Type.Object(
  {
    params: definition("The definition of the params; null says that there are none."),
    result: definition("The definition of the result; null says that there is none."),
  },
  closed,
);

const eventSchema = Type.Object(
  { payload: definition("The definition of the payload; null says that there is none.") },
  closed,
);

/** What the config can say of a protocol besides what is generated from it. Only `source` is needed. */
export const protocolSettings = Type.Object(
  {
    source: Type.String({
      minLength: 1,
      description:
        "The registry: a module or JSON Schema file relative to the config, or a package such as @acme/protocol/schema.",
    }),
    exports: Type.Optional(exportsSchema),
    title: Type.Optional(Type.String({ description: "The JSON Schema document's title." })),
    id: Type.Optional(Type.String({ description: "The JSON Schema document's $id." })),
    description: Type.Optional(Type.String({ description: "The JSON Schema document's description." })),
    names: Type.Optional(namesSchema),
    frames: Type.Optional(
      Type.String({ minLength: 1, description: "The registered name of the union of all frames." }),
    ),
    docs: Type.Optional(
      Type.Union([Type.Literal("schema"), Type.Literal("jsdoc")], {
        default: "schema",
        description: "Where documentation comes from: TypeBox's descriptions alone, or JSDoc as well.",
      }),
    ),
    methods: Type.Optional(
      Type.Record(Type.String(), methodSchema, {
        description: "Method → definitions, for those that their names do not lead to.",
      }),
    ),
    events: Type.Optional(
      Type.Record(Type.String(), eventSchema, {
        description: "Event → definition, for those that their names do not lead to.",
      }),
    ),
    kinds: Type.Optional(
      // Whether an object is a schema is found out where it is lowered, with a path to what is wrong in it.
      Type.Record(Type.String(), Type.Unsafe<JsonObject>(Type.Object({})), {
        description: "TypeBox kind without a JSON form, such as Date → the draft-07 schema that stands for it.",
      }),
    ),
    handlers: Type.Optional(
      Type.String({
        minLength: 1,
        description: "The server's file where `typewire add method` puts a handler: one with an object of handlers.",
      }),
    ),
  },
  closed,
);

const targetsInGeneral = Type.Record(Type.String(), Type.Union([Type.Literal(true), outputSettings]));

/** A config as far as no target and no section has a say in it. */
const checkedConfig = Type.Object({
  protocols: Type.Record(
    Type.String(),
    Type.Object({ ...protocolSettings.properties, targets: targetsInGeneral }, closed),
  ),
});

/** A config that its schema has accepted. What targets and sections hold is known to their owners. */
export type CheckedConfig = Static<typeof checkedConfig>;

/** One protocol of it. */
export type CheckedProtocol = CheckedConfig["protocols"][string];

/** Whether a value has the form of a config, whatever its targets and sections say. */
export function isCheckedConfig(value: unknown): value is CheckedConfig {
  return Value.Check(checkedConfig, value);
}

/** The schema of a whole config. What it does not name is an unknown key. */
export function configSchema(targets: readonly TargetDescription[], sections: ConfigSections): TObject {
  const protocol = Type.Object({ ...protocolSettings.properties, targets: targetsSchema(targets) }, closed);
  const optional = Object.entries(sections).map(([key, schema]) => [key, Type.Optional(schema)] as const);
  return Type.Object({ protocols: Type.Record(Type.String(), protocol), ...Object.fromEntries(optional) }, closed);
}

function targetsSchema(targets: readonly TargetDescription[]): TObject {
  const entries = targets.map(({ name: key, options }) => {
    const own = Type.Partial(Type.Object({ ...options.properties, output, committed, allow }, closed));
    return [key, Type.Optional(Type.Union([Type.Literal(true), own]))] as const;
  });
  return Type.Object(Object.fromEntries(entries), closed);
}
