extension JSONValue: WireCodable {
  public init(json: JSONValue) { self = json }

  public func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .integer(let value): writer.integer(value)
    case .unsigned(let value): writer.integer(value)
    case .double(let value): writer.double(value)
    case .decimal(let text): writer.decimal(text)
    case .string(let value): writer.string(value)
    case .array(let values): writer.array(values)
    case .object(let object): writer.object(object)
    }
  }
}

extension String: WireCodable {
  public init(json: JSONValue) throws {
    guard case .string(let value) = json else { throw WireError.mismatch("a string", json) }
    self = value
  }

  public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: WireCodable {
  public init(json: JSONValue) throws {
    guard let value = json.intValue else { throw WireError.mismatch("an integer", json) }
    self = value
  }

  public func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Double: WireCodable {
  public init(json: JSONValue) throws {
    guard let value = json.doubleValue, value.isFinite else {
      throw WireError.mismatch("a number", json)
    }
    self = value
  }

  public func write(to writer: inout JSONWriter) { writer.double(self) }
}

extension Bool: WireCodable {
  public init(json: JSONValue) throws {
    guard case .bool(let value) = json else { throw WireError.mismatch("a boolean", json) }
    self = value
  }

  public func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Optional: WireCodable where Wrapped: WireCodable {
  public init(json: JSONValue) throws {
    self = json.isNull ? nil : try Wrapped(json: json)
  }

  public func write(to writer: inout JSONWriter) {
    if let value = self { value.write(to: &writer) } else { writer.null() }
  }
}

extension Array: WireCodable where Element: WireCodable {
  public init(json: JSONValue) throws {
    guard case .array(let values) = json else { throw WireError.mismatch("an array", json) }
    self = []
    reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do {
        append(try Element(json: value))
      } catch let error as WireError {
        throw error.under([JSONKey(intValue: index)])
      }
    }
  }

  public func write(to writer: inout JSONWriter) { writer.array(self) }
}

extension Dictionary: WireCodable where Key == String, Value: WireCodable {
  public init(json: JSONValue) throws {
    guard case .object(let object) = json else { throw WireError.mismatch("an object", json) }
    self = [:]
    for (key, value) in object {
      do {
        self[key] = try Value(json: value)
      } catch let error as WireError {
        throw error.under([JSONKey(key)])
      }
    }
  }

  public func write(to writer: inout JSONWriter) { writer.dictionary(self) }
}

/// What `Int64(exactly:)` does, without the mathematics library that not every Linux program links.
extension Double {
  var exactInteger: Int64? {
    guard self >= -0x1p63 && self < 0x1p63 else { return nil }
    let integer = Int64(self)
    return Double(integer) == self ? integer : nil
  }

  func isEqual(to integer: UInt64) -> Bool {
    self >= 0 && self < 0x1p64 && UInt64(self) == integer && Double(UInt64(self)) == self
  }
}
