/// Why JSON could not be read, and where.
///
/// Printed as `/payload/ts: expected an integer, found "no"`.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong in that place.
  public enum Problem: Hashable, Sendable {
    /// A required property, which is the last key of the path, is absent.
    case missing
    /// A value of another type than the schema's.
    case mismatch(expected: String, found: JSONValue)
    /// A tag that no variant of a closed union has.
    case unknownVariant(String)
    /// Text that is no JSON.
    case malformed(String)
  }

  /// Keys and indices from the outermost value to what is wrong.
  public let path: [JSONKey]
  public let problem: Problem

  /// The path as a JSON pointer (RFC 6901); empty for the whole value.
  public var pointer: String { path.map { "/\($0.token)" }.joined() }

  /// What is wrong, without the place.
  public var reason: String {
    switch problem {
    case .missing: "the property is required"
    case .mismatch(let expected, let found): "expected \(expected), found \(found.summary)"
    case .unknownVariant(let tag): "no variant is tagged \(tag)"
    case .malformed(let reason): reason
    }
  }

  public var description: String { path.isEmpty ? reason : "\(pointer): \(reason)" }
}

extension WireError {
  static func missing(_ name: String) -> WireError {
    WireError(path: [JSONKey(name)], problem: .missing)
  }

  /// Runs a reading of what stands under a key.
  static func inside<Value>(_ key: String, _ read: () throws -> Value) throws -> Value {
    do { return try read() } catch let error as WireError { throw error.under([JSONKey(key)]) }
  }

  static func unknownVariant(_ name: String, _ tag: String) -> WireError {
    WireError(path: [JSONKey(name)], problem: .unknownVariant(tag))
  }

  static func mismatch(_ expected: String, _ found: JSONValue) -> WireError {
    WireError(path: [], problem: .mismatch(expected: expected, found: found))
  }

  /// The same error, seen from further out.
  func under(_ outer: [JSONKey]) -> WireError { WireError(path: outer + path, problem: problem) }

  /// The same error as `JSONDecoder` throws it, for a value at a coding path.
  func decodingError(at outer: [any CodingKey]) -> DecodingError {
    let isMissing = problem == .missing
    let context = DecodingError.Context(
      codingPath: outer + (isMissing ? path.dropLast() : path), debugDescription: description,
      underlyingError: self)
    switch problem {
    case .missing: return .keyNotFound(path.last ?? JSONKey(""), context)
    case .mismatch: return .typeMismatch(JSONValue.self, context)
    case .unknownVariant, .malformed: return .dataCorrupted(context)
    }
  }
}

extension JSONKey: CustomStringConvertible {
  /// The key or the index itself.
  public var description: String { intValue.map { String($0) } ?? stringValue }

  /// As part of a JSON pointer.
  fileprivate var token: String {
    var text = ""
    for character in description.unicodeScalars {
      switch character {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(character)
      }
    }
    return text
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
