/// Coding by the standard library's protocols, for `JSONDecoder` and `JSONEncoder`.
///
/// `JSONDecoder` keeps no key order and rounds numbers beyond `UInt64`; `JSONValue.parse` does not.
extension JSONValue: Codable {
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer() {
      if let value = Self.scalar(in: container) {
        self = value
        return
      }
    }
    if let container = try? decoder.container(keyedBy: JSONKey.self) {
      try Self.checkNesting(decoder)
      let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
      let pairs = try keys.map {
        ($0.stringValue, try container.decode(JSONValue.self, forKey: $0))
      }
      self = .object(JSONObject(pairs))
      return
    }
    if var container = try? decoder.unkeyedContainer() {
      try Self.checkNesting(decoder)
      var values: [JSONValue] = []
      while !container.isAtEnd { values.append(try container.decode(JSONValue.self)) }
      self = .array(values)
      return
    }
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(UInt64.self) {
      self = .unsigned(value)
    } else {
      self = .double(try container.decode(Double.self))
    }
  }

  /// The way to a value has a step for each object and array around it.
  private static func checkNesting(_ decoder: any Decoder) throws {
    guard decoder.codingPath.count >= maximumNesting else { return }
    let reason = "must not be nested deeper than \(maximumNesting)"
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: reason))
  }

  /// The commonest first: each failed attempt costs more than what succeeds.
  private static func scalar(in container: any SingleValueDecodingContainer) -> JSONValue? {
    if container.decodeNil() { return .null }
    if let value = try? container.decode(String.self) { return .string(value) }
    if let value = try? container.decode(Int64.self) { return .integer(value) }
    return (try? container.decode(Bool.self)).map(JSONValue.bool)
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .object(let object):
      var container = encoder.container(keyedBy: JSONKey.self)
      for (key, value) in object { try container.encode(value, forKey: JSONKey(key)) }
    default:
      var container = encoder.singleValueContainer()
      try encodeScalar(to: &container)
    }
  }

  private func encodeScalar(to container: inout any SingleValueEncodingContainer) throws {
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .decimal(let text): try container.encode(Double(text) ?? .infinity)
    case .string(let value): try container.encode(value)
    case .null, .array, .object: try container.encodeNil()
    }
  }
}

/// A place in JSON, for coding paths: an object's key or an array's index.
public struct JSONKey: CodingKey, Hashable, Sendable {
  public let stringValue: String
  public let intValue: Int?

  public init(_ key: String) {
    stringValue = key
    intValue = nil
  }

  public init(stringValue: String) { self.init(stringValue) }

  public init(intValue: Int) {
    stringValue = "Index \(intValue)"
    self.intValue = intValue
  }
}
