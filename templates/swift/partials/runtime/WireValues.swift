/// Null where nothing else is allowed.
public struct JSONNull: WireModel {
  public init() {}

  public init(json: JSONValue) throws {
    guard json.isNull else { throw WireError.mismatch("null", json) }
  }

  public func write(to writer: inout JSONWriter) { writer.null() }
}

/// What no value is valid for.
public enum JSONNever: WireModel {
  public init(json: JSONValue) throws { throw WireError.mismatch("nothing", json) }
  public func write(to writer: inout JSONWriter) {}
}

/// Holds a value that contains its own type.
public final class WireBox<Value: Sendable>: Sendable {
  public let value: Value
  init(_ value: Value) { self.value = value }
}
