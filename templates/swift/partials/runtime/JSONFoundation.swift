import Foundation

/// Any JSON as Foundation has it: in `JSONSerialization`, `UserDefaults`, and WebKit's messages.
extension JSONValue {
  /// `NSNull`, `Bool`, `Int`, `Double`, `String`, arrays and dictionaries, which keep no order.
  /// Numbers that fit in none of these are rounded.
  public var anyValue: Any {
    switch self {
    case .null: NSNull()
    case .bool(let value): value
    case .integer(let value): Int(exactly: value) ?? value
    case .unsigned(let value): value
    case .double(let value): value
    case .decimal(let text): Double(text) ?? .infinity
    case .string(let value): value
    case .array(let values): values.map(\.anyValue)
    case .object(let object): object.dictionary.mapValues(\.anyValue)
    }
  }

  /// Nil if anything in the value has no JSON form: a date, data, infinity. Keys are sorted.
  public init?(any value: Any) {
    switch value {
    case let value as JSONValue: self = value
    case is NSNull: self = .null
    case let flag as Bool where type(of: value) == Bool.self: self = .bool(flag)
    case let value as any FixedWidthInteger: self.init(value)
    case let value as any BinaryFloatingPoint: self.init(finite: Double(value))
    case let value as NSNumber: self.init(number: value)
    case let value as String: self = .string(value)
    case let values as [Any]: self.init(elements: values)
    case let values as [String: Any]: self.init(members: values)
    default: self.init(optional: Mirror(reflecting: value))
    }
  }

  private init?(finite value: Double) {
    guard value.isFinite else { return nil }
    self = .double(value)
  }

  private init?(number: NSNumber) {
    switch String(cString: number.objCType) {
    case _ where number.isBoolean: self = .bool(number.boolValue)
    case _ where number is NSDecimalNumber:
      guard let value = try? JSONValue.parse(number.stringValue) else { return nil }
      self = value
    case "d", "f": self.init(finite: number.doubleValue)
    case "Q": self.init(number.uint64Value)
    default: self.init(number.int64Value)
    }
  }

  private init?(elements: [Any]) {
    let values = elements.compactMap(JSONValue.init(any:))
    guard values.count == elements.count else { return nil }
    self = .array(values)
  }

  private init?(members: [String: Any]) {
    let values = members.compactMapValues(JSONValue.init(any:))
    guard values.count == members.count else { return nil }
    self.init(values)
  }

  private init?(optional mirror: Mirror) {
    guard mirror.displayStyle == .optional else { return nil }
    guard let wrapped = mirror.children.first?.value else {
      self = .null
      return
    }
    self.init(any: wrapped)
  }
}

extension NSNumber {
  /// Numbers and booleans are one class; `1` is not `true`.
  fileprivate var isBoolean: Bool {
    #if canImport(Darwin)
      CFGetTypeID(self) == CFBooleanGetTypeID()
    #else
      String(cString: objCType) == "c"
    #endif
  }
}

extension WireError: LocalizedError {
  public var errorDescription: String? { description }
}
