/// A value that may be null where it may be absent too: absent is `nil`, `null` is `.null`.
public enum Nullable<Wrapped> {
  case null
  case value(Wrapped)

  /// The value; nil for null.
  public var wrapped: Wrapped? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: WireCodable where Wrapped: WireCodable {
  public init(json: JSONValue) throws {
    self = json.isNull ? .null : .value(try Wrapped(json: json))
  }

  public func write(to writer: inout JSONWriter) {
    if case .value(let value) = self { value.write(to: &writer) } else { writer.null() }
  }
}

/// Null where nothing else is allowed.
public struct JSONNull: WireModel {
  public init() {}

  public init(json: JSONValue) throws {
    guard json.isNull else { throw DecodingError.mismatch("null", json) }
  }

  public func write(to writer: inout JSONWriter) { writer.null() }
}

/// What no value is valid for.
public enum JSONNever: WireModel {
  public init(json: JSONValue) throws { throw DecodingError.mismatch("nothing", json) }
  public func write(to writer: inout JSONWriter) {}
}

/// Holds a value that contains its own type.
public final class WireBox<Value: Sendable>: Sendable {
  public let value: Value
  init(_ value: Value) { self.value = value }
}
