// Swift in the style of the script that applications use today: flat structs, everything nested or hard an AnyCodable,
// names in lower case, synthesised Codable, no Hashable.
import { stableJson } from "./stable-json.js";

const KEYWORDS = new Set(
  "as associatedtype break case catch class continue default defer deinit do else enum extension fallthrough false for func guard if import in init inout internal is let nil operator private protocol public repeat rethrows return self static struct subscript super switch throw throws true try typealias var where while".split(
    " ",
  ),
);

const ANY_CODABLE = `import Foundation

public struct AnyCodable: Codable, @unchecked Sendable {
    public let value: Any

    public init(_ value: Any) {
        self.value = value
    }

    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int.self) { self.value = value; return }
        if let value = try? container.decode(Double.self) { self.value = value; return }
        if let value = try? container.decode(Bool.self) { self.value = value; return }
        if let value = try? container.decode(String.self) { self.value = value; return }
        if container.decodeNil() { self.value = NSNull(); return }
        if let value = try? container.decode([String: AnyCodable].self) { self.value = value; return }
        if let value = try? container.decode([AnyCodable].self) { self.value = value; return }
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "Unsupported type")
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self.value {
        case let value as Int: try container.encode(value)
        case let value as Double: try container.encode(value)
        case let value as Bool: try container.encode(value)
        case let value as String: try container.encode(value)
        case is NSNull: try container.encodeNil()
        case let value as [String: AnyCodable]: try container.encode(value)
        case let value as [AnyCodable]: try container.encode(value)
        default:
            throw EncodingError.invalidValue(self.value, .init(codingPath: encoder.codingPath, debugDescription: ""))
        }
    }
}
`;

/** The Swift of a protocol document: its `definitions`, and its root `oneOf` as an enum told apart by `type`. */
export function weakRendering(document) {
  const definitions = Object.entries(document.definitions);
  const structs = definitions.filter(([, schema]) => isStruct(schema));
  const names = new Map(structs.map(([name, schema]) => [stableJson(schema), name]).toReversed());
  const frames = frameVariants(document, names);
  return [
    ANY_CODABLE,
    ...structs.map(([name, schema]) => structText(name, schema, names)),
    ...(frames.length === 0 ? [] : [frameText(frames)]),
  ].join("\n");
}

function isStruct(schema) {
  return schema.type === "object" && schema.properties !== undefined;
}

function structText(name, schema, names) {
  const required = new Set(schema.required ?? []);
  const taken = new Set();
  const properties = Object.entries(schema.properties).map(([key, property]) => {
    let member = key.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase() || "value";
    if (/^\d/.test(member)) member = `_${member}`;
    while (taken.has(member)) member = `${member}_`;
    taken.add(member);
    const escaped = KEYWORDS.has(member) ? `\`${member}\`` : member;
    return { key, member: escaped, type: `${typeText(property, names, name)}${required.has(key) ? "" : "?"}` };
  });
  if (properties.length === 0) return `public struct ${name}: Codable, Sendable {\n    public init() {}\n}\n`;
  return `public struct ${name}: Codable, Sendable {
${properties.map(({ member, type }) => `    public let ${member}: ${type}\n`).join("")}
    public init(
${properties.map(({ member, type }) => `        ${member}: ${type}`).join(",\n")}
    ) {
${properties.map(({ member }) => `        self.${member} = ${member}\n`).join("")}    }
    private enum CodingKeys: String, CodingKey {
${properties.map(({ key, member }) => `        case ${member}${member === key ? "" : ` = ${JSON.stringify(key)}`}\n`).join("")}    }
}
`;
}

function typeText(schema, names, inside) {
  const named = isStruct(schema) ? names.get(stableJson(schema)) : undefined;
  if (named !== undefined && named !== inside) return named;
  switch (schema.type) {
    case "string":
      return "String";
    case "integer":
      return "Int";
    case "number":
      return "Double";
    case "boolean":
      return "Bool";
    case "array":
      return `[${typeText(schema.items ?? {}, names, inside)}]`;
    case "object":
      return "[String: AnyCodable]";
    default:
      return "AnyCodable";
  }
}

/** Root variants whose type is a constant, as `{ tag, name }`. */
function frameVariants(document, names) {
  return (document.oneOf ?? []).flatMap((variant) => {
    const name = variant.$ref?.split("/").at(-1) ?? names.get(stableJson(variant));
    const tag = document.definitions[name]?.properties?.type?.const;
    return typeof tag === "string" ? [{ tag, name }] : [];
  });
}

function frameText(frames) {
  return `public enum GatewayFrame: Codable, Sendable {
${frames.map(({ tag, name }) => `    case ${tag}(${name})\n`).join("")}    case unknown(type: String, raw: [String: AnyCodable])

    private enum CodingKeys: String, CodingKey {
        case type
    }

    public init(from decoder: Decoder) throws {
        let typeContainer = try decoder.container(keyedBy: CodingKeys.self)
        let type = try typeContainer.decode(String.self, forKey: .type)
        switch type {
${frames.map(({ tag, name }) => `        case "${tag}": self = .${tag}(try ${name}(from: decoder))\n`).join("")}        default:
            self = .unknown(type: type, raw: try decoder.singleValueContainer().decode([String: AnyCodable].self))
        }
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
${frames.map(({ tag }) => `        case .${tag}(let value): try value.encode(to: encoder)\n`).join("")}        case .unknown(_, let raw):
            var container = encoder.singleValueContainer()
            try container.encode(raw)
        }
    }
}
`;
}
