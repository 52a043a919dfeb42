import { describe, expect, it } from "vitest";
import type { Declaration, Protocol } from "../../ir/types.js";
import { documentHead } from "./document-head.js";
import type { JsonSchemaOptions } from "./options.js";

const OPTIONS: JsonSchemaOptions = { refs: "inline", layout: "prettier", surface: false };

const NOTES = { doc: undefined, deprecated: undefined };

const BASE = { doc: undefined, deprecated: undefined, origin: undefined, uses: [] };

const Ping: Declaration = {
  ...BASE,
  id: "Ping",
  source: "Ping",
  kind: "object",
  schema: {},
  properties: [],
  patterns: [],
  additional: { kind: "closed" },
  constraints: {},
};

const Frame: Declaration = {
  ...BASE,
  id: "Frame",
  source: "Frame",
  kind: "union",
  schema: { oneOf: [{}, {}] },
  discriminator: { wireName: "type" },
  variants: [
    { type: { kind: "ref", target: "Ping" }, source: "Frame.oneOf[0]", tags: ["ping", 1], ...NOTES },
    { type: { kind: "ref", target: "Frame.oneOf[1]" }, source: "Frame.oneOf[1]", tags: ["pong"], ...NOTES },
  ],
};

const Pong: Declaration = {
  ...Ping,
  id: "Frame.oneOf[1]",
  source: "Frame.oneOf[1]",
  origin: { parent: "Frame", steps: [{ kind: "variant", index: 1 }] },
};

const protocol: Protocol = {
  name: "sample",
  title: undefined,
  id: undefined,
  description: undefined,
  version: undefined,
  minVersions: [],
  declarations: [Ping, Frame, Pong],
  frames: undefined,
  methods: [
    { name: "ping", params: "Ping", result: undefined, doc: "Asks.", deprecated: undefined, metadata: { since: "1" } },
  ],
  events: [],
  errorCodes: [],
};

describe("documentHead", () => {
  it("leaves out what the protocol does not have", () => {
    expect(documentHead(protocol, OPTIONS)).toEqual([["$schema", "http://json-schema.org/draft-07/schema#"]]);
  });

  it("leads to registered variants by name, and to others by their place", () => {
    const roles = { request: undefined, response: undefined, event: undefined };
    const frames = { union: "Frame", discriminator: "type", ...roles };
    const head = Object.fromEntries(documentHead({ ...protocol, frames }, OPTIONS));
    expect(head["oneOf"]).toEqual([{ $ref: "#/definitions/Ping" }, { $ref: "#/definitions/Frame/oneOf/1" }]);
    expect(head["discriminator"]).toEqual({
      propertyName: "type",
      mapping: { ping: "#/definitions/Ping", 1: "#/definitions/Ping", pong: "#/definitions/Frame/oneOf/1" },
    });
  });

  it("lists the surface where that is asked for", () => {
    const head = documentHead({ ...protocol, title: "Sample" }, { ...OPTIONS, surface: true });
    expect(head.slice(1)).toEqual([
      ["title", "Sample"],
      ["methods", { ping: { since: "1", description: "Asks.", params: { $ref: "#/definitions/Ping" } } }],
      ["events", {}],
    ]);
  });
});
