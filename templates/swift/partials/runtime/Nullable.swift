/// A value that may be null where it may be absent too: absent is `nil`, `null` is `.null`.
///
/// For example `Params(label: "x")`, `Params(label: .null)`, `Params(label: nil)`. Of an optional,
/// `Nullable(text)` makes null of `nil`, and `text.map(Nullable.value)` leaves it out.
public enum Nullable<Wrapped> {
  case null
  case value(Wrapped)

  /// Null for `nil`.
  public init(_ value: Wrapped?) {
    self = value.map(Nullable.value) ?? .null
  }

  /// The value; nil for null.
  public var wrapped: Wrapped? {
    if case .value(let value) = self { value } else { nil }
  }

  /// The same of another value. For example `label.map { $0.count }`.
  public func map<Other>(_ transform: (Wrapped) throws -> Other) rethrows -> Nullable<Other> {
    switch self {
    case .null: .null
    case .value(let value): .value(try transform(value))
    }
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

/// Literals of what it wraps. `nil` is not among them: it would say both absent and null.
extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Wrapped.BooleanLiteralType) {
    self = .value(Wrapped(booleanLiteral: value))
  }
}

extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Wrapped.IntegerLiteralType) {
    self = .value(Wrapped(integerLiteral: value))
  }
}

extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Wrapped.FloatLiteralType) {
    self = .value(Wrapped(floatLiteral: value))
  }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral
where Wrapped: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: Wrapped.UnicodeScalarLiteralType) {
    self = .value(Wrapped(unicodeScalarLiteral: value))
  }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Wrapped: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Wrapped.ExtendedGraphemeClusterLiteralType) {
    self = .value(Wrapped(extendedGraphemeClusterLiteral: value))
  }
}

extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
  public init(stringLiteral value: Wrapped.StringLiteralType) {
    self = .value(Wrapped(stringLiteral: value))
  }
}
