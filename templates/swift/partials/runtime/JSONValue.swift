/// Any JSON value, read and written without loss.
///
/// Numbers stay exact: integers as `Int64` or `UInt64`, other numbers as `Double`, and what none of
/// these can hold (`1e400`, thirty digits) as its own text. `1` and `1.0` are equal.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// An integer beyond `Int64.max`.
  case unsigned(UInt64)
  case double(Double)
  /// A number that no other case holds exactly, as its JSON text.
  case decimal(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The value as JSON's own type, or nil if it is of another type.
  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// A number without a fraction that fits in `Int`; `1.0` is one.
  ///
  /// JavaScript holds `Int.max` as 2^63 and writes it, and `Int.min`, with other last digits: both
  /// come back as they were sent.
  public var intValue: Int? {
    switch self {
    case .integer(let value): Int(exactly: value)
    case .unsigned(0x8000_0000_0000_0000), .unsigned(9_223_372_036_854_776_000), .double(0x1p63):
      Int(exactly: Int64.max)
    case .decimal("-9223372036854776000"): Int(exactly: Int64.min)
    case .double(let value): value.exactInteger.flatMap { Int(exactly: $0) }
    default: nil
    }
  }

  /// Any number, rounded where `Double` cannot hold it exactly.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .double(let value): value
    case .decimal(let text): Double(text)
    default: nil
    }
  }

  public var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  public var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  public var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The value of an object's key; nil where there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    objectValue?[key]
  }

  /// An array's element; nil where there is none or this is no array.
  public subscript(index: Int) -> JSONValue? {
    guard let values = arrayValue, values.indices.contains(index) else { return nil }
    return values[index]
  }

  /// Reads a typed value. For example `try payload.decode(as: [String].self)`.
  public func decode<T: WireCodable>(as type: T.Type = T.self) throws -> T {
    try T(json: self)
  }

  /// The JSON of a typed value.
  public init(encoding value: some WireCodable) throws {
    var writer = JSONWriter()
    value.write(to: &writer)
    self = try JSONValue.parse(writer.finish())
  }
}

extension JSONValue: Hashable {
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.unsigned(let left), .unsigned(let right)): left == right
    case (.double(let left), .double(let right)): left == right || left.isNaN && right.isNaN
    case (.integer(let left), .unsigned(let right)): left >= 0 && UInt64(left) == right
    case (.unsigned(let left), .integer(let right)): right >= 0 && UInt64(right) == left
    case (.integer(let left), .double(let right)): right.exactInteger == left
    case (.double(let left), .integer(let right)): left.exactInteger == right
    case (.unsigned(let left), .double(let right)): right.isEqual(to: left)
    case (.double(let left), .unsigned(let right)): left.isEqual(to: right)
    case (.decimal(let left), .decimal(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(Double(value))
    case .unsigned(let value): hasher.combine(Double(value))
    case .double(let value): hasher.combine(value.isNaN ? 0 : value)
    case .decimal(let value), .string(let value): hasher.combine(value)
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON text.
  public var description: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
