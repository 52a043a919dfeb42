import { type TSchema, Type } from "@sinclair/typebox";
import type { Registry } from "../../src/registry/registry.js";

/** Text that tries to leave the place it is put in. */
export const hostileTexts: readonly string[] = [
  'quote " and \\ backslash',
  "\\(interpolation) ${template} {{handlebars}}",
  "line\nbreak\r\nand\u2028separator",
  "*/ end of comment /* start",
  "`backticks`",
  "'); drop",
  "emoji 🎉👩‍👩‍👧",
  "right to left \u202E and \u2066 marks \u2069",
  "nul \u0000 bell \u0007",
  "e\u0301",
  '"""',
  '#"raw"#',
  "",
  " ",
];

const KEYWORDS = (
  "associatedtype class deinit enum extension fileprivate func import init inout internal let open operator private " +
  "protocol public rethrows static struct subscript typealias var break case catch continue default defer do else " +
  "fallthrough for guard if in repeat return switch throw where while Any as await false is nil self Self super throws " +
  "true try actor async borrowing consuming each lazy left macro mutating none nonisolated optional override postfix " +
  "precedence prefix required right set get some Type unowned weak willSet didSet Protocol _ $0 hashValue hash encode " +
  "encoded write parse json reader writer value raw rawValue unknown unrecognized allKnownCases description isRecognized " +
  "knownKeys additionalProperties unchecked String Int Data Error JSONValue constructor __proto__ toString"
).split(" ");

const TYPES = (
  "Error Data Type Result Set Any Self Task Protocol String Int Double Bool Array Dictionary Optional Never Nullable " +
  "JSONValue JSONObject JSONReader JSONWriter WireModel WireCodable WireMethod ErrorCode MethodName EventName " +
  "ServerEvent Hashable Sendable Codable Decoder Encoder DecodingError WireError UInt8 Int64 Equatable CodingKey Void"
).split(" ");

/** A registry of everything that a generator trips over, yet valid to the last schema. */
export function hostileRegistry(): Registry {
  return {
    source: "hostile.ts",
    schemas: new Map<string, object>(Object.entries(hostileSchemas())),
    version: 1,
    minVersions: [{ name: "MIN_CLIENT_PROTOCOL_VERSION", value: 1 }],
    errorCodes: [...hostileTexts, "unknown", "none", "self"],
    methods: hostileTexts.map((text) => ({ name: `m.${text}`, params: "Keywords", metadata: { description: text } })),
    events: hostileTexts.map((text) => ({ name: `e.${text}`, payload: "Keywords", metadata: { description: text } })),
    docs: new Map(),
    files: [],
  };
}

function hostileSchemas(): Readonly<Record<string, TSchema>> {
  return {
    ...libraryNames(),
    Keywords: closed(Object.fromEntries(KEYWORDS.map((name) => [name, Type.Optional(Type.String())]))),
    KeywordEnum: literals(KEYWORDS),
    KeywordTags: Type.Union(
      KEYWORDS.map((tag) => closed({ kind: Type.Literal(tag), [tag === "kind" ? "k" : tag]: Type.String() })),
    ),
    NestedKeywords: closed(
      Object.fromEntries(KEYWORDS.map((name) => [name, closed({ [name]: Type.Array(Type.String()) })])),
    ),
    NestedTypes: closed(
      Object.fromEntries(TYPES.map((name) => [name, closed({ value: Type.String(), [name]: Type.Any() })])),
    ),
    Texts: closed(Object.fromEntries(hostileTexts.map((text) => [text, Type.Literal(text, { description: text })]))),
    TextEnum: Type.Union(hostileTexts.map((text) => Type.Literal(text, { description: text }))),
    Defaults: closed(
      Object.fromEntries(
        hostileTexts.map((text, index) => [
          `p${index}`,
          Type.Optional(Type.String({ default: text, description: text, pattern: text === "" ? "a" : "^x" })),
        ]),
      ),
    ),
    Deprecated: closed(
      Object.fromEntries(
        hostileTexts.map((text, index) => [
          `p${index}`,
          Type.Optional(Type.String({ deprecated: true, description: text })),
        ]),
      ),
    ),
    Collisions: closed({
      "a-b": Type.String(),
      a_b: Type.String(),
      aB: Type.String(),
      "a b": Type.String(),
      "a.b": Type.Integer(),
      "e\u0301": Type.String(),
      "\u00E9": Type.Boolean(),
    }),
    CollidingTypes: closed({
      "x-y": closed({ a: Type.String() }),
      x_y: closed({ b: Type.String() }),
      xY: closed({ c: Type.String() }),
      XY: closed({ d: Type.String() }),
    }),
    CollidingEnum: literals(["a-b", "a_b", "aB", "A_B", "a.b", "1", "01", "-1", "+1", "a", "A"]),
    "2fa": closed({ "2fa": literals(["2fa", "3fa"]), "1": Type.String(), "1.5": Type.Number() }),
    "lower-case name": closed({ ok: Type.Boolean() }),
    日本: closed({ 日本: literals(["日本", "語"]), "🎉": Type.String() }),
    Shadow: closed({
      keywords: Type.Object({ a: Type.String() }),
      other: Type.Ref("Keywords"),
      shadow: closed({ shadow: Type.String() }),
    }),
    ["Long".repeat(125)]: closed({ ["long".repeat(125)]: literals(["value".repeat(100), "other".repeat(100)]) }),
    Deep: nested(60),
    DeepArray: nestedArray(60),
    Big: literals(Array.from({ length: 400 }, (_, index) => `value-${index}`)),
    Mutual: closed({ other: Type.Optional(Type.Ref("Recursive")), self: Type.Optional(Type.Ref("Mutual")) }),
    Recursive: closed({
      other: Type.Union([Type.Ref("Mutual"), Type.Null()]),
      list: Type.Array(Type.Ref("Recursive")),
    }),
    SharedCircleUser: closed({ inner: Type.Optional(closed({ circle: Type.Optional(Type.Ref("SharedCircle")) })) }),
    SharedCircle: closed({ inner: Type.Optional(closed({ circle: Type.Optional(Type.Ref("SharedCircle")) })) }),
    RecursiveUnion: Type.Union([
      closed({ t: Type.Literal("leaf") }),
      closed({ t: Type.Literal("node"), next: Type.Ref("RecursiveUnion") }),
    ]),
    RecursiveList: Type.Array(Type.Ref("RecursiveList")),
    RecursiveMap: Type.Record(Type.String(), Type.Ref("RecursiveMap")),
    Numbers: Type.Union([Type.Literal(1), Type.Literal(-1), Type.Literal(1000000000)]),
    Mixed: Type.Union([Type.Literal("a"), Type.Literal(1), Type.Literal(true), Type.Literal(1.5)]),
    Scalars: Type.Union([
      Type.String(),
      Type.Integer(),
      Type.Boolean(),
      Type.Array(Type.String()),
      Type.Record(Type.String(), Type.Integer()),
    ]),
    Empty: closed({}),
    OpenEmpty: Type.Object({}),
    Nothing: closed({ never: Type.Optional(Type.Never()), null: Type.Null(), nulls: Type.Optional(Type.Null()) }),
  };
}

function closed(properties: Readonly<Record<string, TSchema>>): TSchema {
  return Type.Object({ ...properties }, { additionalProperties: false });
}

function literals(values: readonly string[]): TSchema {
  return Type.Union(values.map((value) => Type.Literal(value)));
}

/** A definition of each name that a library has taken; `__proto__` can be no registered name. */
function libraryNames(): Readonly<Record<string, TSchema>> {
  const bodies = TYPES.map((name) => [
    name,
    closed({ [name]: Type.String(), other: Type.Optional(Type.Ref("Keywords")) }),
  ]);
  return Object.fromEntries(bodies);
}

function nested(depth: number): TSchema {
  return depth === 0 ? Type.String() : closed({ inner: nested(depth - 1) });
}

function nestedArray(depth: number): TSchema {
  return depth === 0 ? literals(["a", "b"]) : Type.Array(nestedArray(depth - 1));
}
