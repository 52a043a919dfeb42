import { createDiagnosticList } from "../../../src/diagnostics/collector.js";
import type { DeclarationId, Protocol } from "../../../src/ir/types.js";
import { swift } from "../../../src/targets/swift/index.js";
import { swiftStringLiteral } from "../../../src/targets/swift/literals.js";

/**
 * The `main.swift` of a program that reads lines `{"definition": name, "json": text}` and answers each with a line
 * `{"fast": outcome, "codable": outcome}`: the text after reading and writing it, by the models' own reading and by
 * `JSONDecoder` and `JSONEncoder`. An outcome is `{"json": text}`, or `{"path": […], "error": text}` where reading failed.
 */
export function conformanceMain(protocol: Protocol): string {
  return mainFor(registeredTypes(protocol));
}

/** The same for any types, by the names that they are asked for by. */
export function mainFor(types: ReadonlyMap<string, string>): string {
  const cases = [...types].map(([id, type]) => `  case ${swiftStringLiteral(id)}: roundTrip(${type}.self, text)\n`);
  return MAIN.replace("// CASES\n", () => cases.join(""));
}

/** The registered definitions and their Swift types: their own names, unless the target says that it changed one. */
function registeredTypes(protocol: Protocol): ReadonlyMap<DeclarationId, string> {
  const { report, diagnostics } = createDiagnosticList();
  swift.translate(protocol, { options: {}, diagnostics: { report } });
  const renamed = new Map(
    diagnostics
      .filter(({ code }) => code === "swift/renamed-declaration")
      .map(({ path, message }) => [path, / is (\S+) in Swift$/.exec(message)?.[1]]),
  );
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  return new Map(registered.map(({ id }) => [id, renamed.get(id) ?? id]));
}

const MAIN = `import Foundation

func answer(to definition: String, _ text: String) -> JSONValue {
  switch definition {
// CASES
  default: ["error": .string("no definition is named \\(definition)")]
  }
}

func roundTrip<Value: WireCodable & Codable>(_ type: Value.Type, _ text: String) -> JSONValue {
  [
    "fast": outcome {
      var writer = JSONWriter()
      try Value(json: JSONValue.parse(text)).write(to: &writer)
      return try writer.finish()
    },
    "codable": outcome { try throughFoundation(type, text) },
  ]
}

func roundTrip<Model: WireModel>(_ type: Model.Type, _ text: String) -> JSONValue {
  [
    "fast": outcome { try Model.parse(text).encoded() },
    "codable": outcome { try throughFoundation(type, text) },
    "cases": .array((try? Model.parse(text)).map { labels(of: $0) } ?? []),
  ]
}

/// The enum cases in a value, outermost first; optionals are looked through.
func labels(of value: Any) -> [JSONValue] {
  if value is JSONValue { return [] }
  let mirror = Mirror(reflecting: value)
  let inner = mirror.children.flatMap { labels(of: $0.value) }
  guard mirror.displayStyle == .enum, value is any WireModel else { return inner }
  let label = mirror.children.first?.label ?? "\\(value)"
  return [.string(label)] + inner
}

func throughFoundation<Value: Codable>(_ type: Value.Type, _ text: String) throws -> [UInt8] {
  let value = try JSONDecoder().decode(type, from: Data(text.utf8))
  return Array(try JSONEncoder().encode(value))
}

func outcome(_ run: () throws -> [UInt8]) -> JSONValue {
  do {
    return ["json": .string(String(decoding: try run(), as: UTF8.self))]
  } catch {
    return ["path": .array(codingPath(of: error).map(step)), "error": .string("\\(error)")]
  }
}

func codingPath(of error: any Error) -> [any CodingKey] {
  if let error = error as? WireError { return error.path }
  return switch error as? DecodingError {
  case .keyNotFound(let key, let context): context.codingPath + [key]
  case .valueNotFound(_, let context), .typeMismatch(_, let context), .dataCorrupted(let context):
    context.codingPath
  default: []
  }
}

func step(_ key: any CodingKey) -> JSONValue {
  if let index = key.intValue { .integer(Int64(index)) } else { .string(key.stringValue) }
}

while let line = readLine() {
  let question = try JSONValue.parse(line)
  guard let definition = question["definition"]?.stringValue, let text = question["json"]?.stringValue
  else { fatalError("no question: \\(line)") }
  print(answer(to: definition, text))
}
`;
