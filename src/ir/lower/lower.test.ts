import { Type, type TSchema } from "@sinclair/typebox";
import { describe, expect, it } from "vitest";
import { sampleProtocol } from "../../../test/support/sample-protocol.js";
import { createDiagnosticList } from "../../diagnostics/collector.js";
import type { ProtocolConfig } from "../../config/config.js";
import type { Protocol } from "../types.js";
import { lower } from "./lower.js";

const NOTHING = { version: undefined, minVersions: [], errorCodes: [], methods: [], events: [], files: [] };

function lowered(schemas: Readonly<Record<string, object>>, settings: Partial<ProtocolConfig> = {}) {
  const diagnostics = createDiagnosticList();
  const registry = { ...NOTHING, source: "schema.ts", schemas: new Map(Object.entries(schemas)), docs: new Map() };
  const protocol = lower(registry, sampleProtocol(settings), diagnostics);
  return { protocol, diagnostics: diagnostics.diagnostics };
}

function declarationsOf(protocol: Protocol | undefined): readonly string[] {
  return (protocol?.declarations ?? []).map(({ id, source }) => `${id} at ${source}`);
}

const seconds = Type.Object({ at: Type.Integer() });
const words = Type.Object({ at: Type.String() });

const idsOf = (...before: readonly TSchema[]) =>
  lowered({ Union: Type.Union([...before, seconds, words]) }).protocol?.declarations.map(({ id }) => id);

const frame = (type: string, properties: Readonly<Record<string, TSchema>>) =>
  Type.Object({ type: Type.Literal(type), ...properties });

describe("the ids of what a union nests", () => {
  it.each([
    ["one constant", [Type.Literal("a")]],
    ["a null", [Type.Null()]],
    ["a constant that is said twice", [Type.Literal("a"), Type.Literal("a")]],
    ["a nested union of constants", [Type.Union([Type.Literal(1), Type.Null()])]],
    ["what nothing is valid for", [Type.Never()]],
  ])("do not move when %s is added in front", (_, before) => {
    const plain = ["Union", "Union.anyOf[0]", "Union.anyOf[1]"];
    expect(idsOf()).toEqual(plain);
    const ids = idsOf(...before)?.map((id) => id.replace(".value", ""));
    expect(ids?.filter((id) => plain.includes(id)).toSorted()).toEqual(expect.arrayContaining(plain.slice(1)));
  });

  it("tell constants apart by their type, and the addresses stay their author's", () => {
    const choice = Type.Union([
      Type.Literal("a"),
      Type.Null(),
      Type.Literal("b"),
      seconds,
      Type.Literal(1),
      Type.Literal(2),
    ]);
    expect(declarationsOf(lowered({ Owner: Type.Object({ choice }) }).protocol)).toEqual([
      "Owner at Owner",
      "Owner.choice at Owner.choice",
      "Owner.choice.anyOf.string at Owner.choice.anyOf[0]",
      "Owner.choice.anyOf[0] at Owner.choice.anyOf[3]",
      "Owner.choice.anyOf.number at Owner.choice.anyOf[4]",
    ]);
  });

  it("are never the same, whatever properties and definitions are called", () => {
    const map = Type.Object({ values: seconds }, { additionalProperties: words });
    const { protocol } = lowered({ Map: map, "Map.values~2": Type.String() });
    expect(declarationsOf(protocol)).toEqual([
      "Map at Map",
      "Map.values at Map.values",
      "Map.values~3 at Map.additionalProperties",
      'Map.values~2 at ["Map.values~2"]',
    ]);
  });
});

describe("a variant that is a registered definition", () => {
  const Item = Type.Object({ at: Type.Integer() }, { description: "An item." });
  const docs = (member: TSchema) => {
    const union = lowered({ Item, Union: Type.Union([member, Type.String()]) }).protocol?.declarations[1];
    return union?.kind === "union" ? union.variants.map(({ type, doc }) => [type.kind, doc]) : undefined;
  };

  it("does not repeat what the definition says of itself", () => {
    expect(docs(Item)).toEqual([
      ["ref", undefined],
      ["string", undefined],
    ]);
  });

  it("keeps what is said of it there", () => {
    expect(docs({ ...Item, description: "When there is but one." })).toEqual([
      ["ref", "When there is but one."],
      ["string", undefined],
    ]);
  });
});

describe("a reference to a part of a definition", () => {
  it("is lowered where it is used, with the part's own address", () => {
    const { protocol } = lowered({
      Deep: Type.Object({ inner: seconds }),
      Use: { $ref: "#/definitions/Deep/properties/inner" },
    });
    expect(declarationsOf(protocol)).toEqual(["Deep at Deep", "Deep.inner at Deep.inner", "Use at Use"]);
    const use = protocol?.declarations[2];
    expect(use?.kind === "object" && use.properties.map(({ source }) => source)).toEqual(["Deep.inner.at"]);
  });

  it("that leads back into itself through properties is refused where that is written", () => {
    const part = { type: "object", properties: { again: { $ref: "#/definitions/A/properties/part" } } };
    const { protocol, diagnostics } = lowered({ A: { type: "object", properties: { part } } });
    expect(protocol).toBeUndefined();
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([["ir/recursive-pointer", "A.part.again"]]);
  });
});

describe("openness", () => {
  it.each([
    [undefined, { kind: "open", said: false }],
    [true, { kind: "open", said: true }],
    [{}, { kind: "open", said: true }],
    [{ description: "Anything." }, { kind: "open", said: true }],
    [false, { kind: "closed" }],
    [{ type: "null" }, { kind: "typed", type: { kind: "null" } }],
  ])("of additionalProperties: %j", (additionalProperties, additional) => {
    const schema = { type: "object", properties: { a: { type: "null" } }, additionalProperties };
    expect(lowered({ A: schema }).protocol?.declarations[0]).toMatchObject({ additional });
  });
});

describe("the roles of frames", () => {
  const text = Type.String();

  it("are found by what the frames carry, deep in the union, whatever they are called", () => {
    const ask = frame("ask", { id: text, method: text, params: Type.Optional(Type.Unknown()) });
    const hint = frame("hint", { method: text });
    const say = frame("say", { id: text, result: Type.Unknown(), error: Type.Optional(text) });
    const tell = frame("tell", { event: text, payload: Type.Unknown(), seq: Type.Integer() });
    const Wire = Type.Union([hint, ask, say, Type.Union([tell, frame("bye", {})])]);
    expect(lowered({ Ask: ask, Wire }, { frames: "Wire" }).protocol?.frames).toEqual({
      union: "Wire",
      discriminator: "type",
      request: { declaration: "Ask", tags: ["hint", "ask"], id: "id", method: "method", params: "params" },
      response: {
        declaration: "Wire.anyOf[2]",
        tags: ["say"],
        id: "id",
        ok: undefined,
        payload: "result",
        error: "error",
      },
      event: { declaration: "Wire.anyOf[3]", tags: ["tell"], event: "event", payload: "payload", seq: "seq" },
    });
  });

  it("stay undefined where no variant has them", () => {
    const Wire = Type.Union([frame("a", {}), frame("b", { id: text })]);
    const frames = { union: "Wire", discriminator: "type", request: undefined, response: undefined, event: undefined };
    expect(lowered({ Wire }, { frames: "Wire" }).protocol?.frames).toEqual(frames);
  });
});
