extension DecodingError {
  static func missing(_ name: String) -> DecodingError {
    .keyNotFound(
      JSONKey(name), .init(codingPath: [], debugDescription: "the property is required"))
  }

  /// Runs a reading of what stands under a key.
  static func inside<Value>(_ key: String, _ read: () throws -> Value) throws -> Value {
    do { return try read() } catch let error as DecodingError {
      throw error.under([JSONKey(key)])
    }
  }

  /// A tag that a closed union does not know.
  static func unknownVariant(_ name: String, _ tag: String) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: [JSONKey(name)], debugDescription: "no variant is tagged \(tag)"))
  }

  /// A value of another type than the schema's.
  static func mismatch(_ expected: String, _ found: JSONValue) -> DecodingError {
    .typeMismatch(
      JSONValue.self,
      .init(codingPath: [], debugDescription: "expected \(expected), found \(found.summary)"))
  }

  /// The same error, seen from further out.
  func under(_ path: [any CodingKey]) -> DecodingError {
    func moved(_ context: Context) -> Context {
      Context(
        codingPath: path + context.codingPath, debugDescription: context.debugDescription,
        underlyingError: context.underlyingError)
    }
    return switch self {
    case .typeMismatch(let type, let context): .typeMismatch(type, moved(context))
    case .valueNotFound(let type, let context): .valueNotFound(type, moved(context))
    case .keyNotFound(let key, let context): .keyNotFound(key, moved(context))
    case .dataCorrupted(let context): .dataCorrupted(moved(context))
    @unknown default: self
    }
  }
}

extension JSONValue {
  /// What the value is, short enough for a message.
  var summary: String {
    switch self {
    case .null, .bool, .integer, .unsigned, .double, .decimal: description
    case .string(let value): value.count > 40 ? "a long string" : description
    case .array: "an array"
    case .object: "an object"
    }
  }
}
