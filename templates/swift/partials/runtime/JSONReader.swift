/// Reads one object's properties, each by one call of a small shared function.
///
/// Simple properties do not throw: the first failure is kept for `finish`, and what was read until
/// then is dropped. So a model's reading has few ways out, and compiles quickly.
struct JSONReader {
  private let entries: [JSONObject.Entry]
  private var cursor = 0
  /// Which entries were asked for: a bit each for the first 64, the others by index.
  private var seen: UInt64 = 0
  private var seenLater: Set<Int> = []
  private var failure: WireError?

  @inline(never)
  init(_ json: JSONValue) throws {
    guard case .object(let object) = json else { throw WireError.mismatch("an object", json) }
    entries = object.entries
  }

  /// Throws the first failure of the properties read before.
  @inline(never)
  func finish() throws {
    if let failure { throw failure }
  }

  /// Looks from where the last one was found: most senders keep the schema's order.
  @inline(never)
  private mutating func find(_ name: String) -> JSONValue? {
    var index = cursor
    for _ in 0..<entries.count {
      if index >= entries.count { index = 0 }
      if entries[index].key == name, entries[index].key.utf8.count == name.utf8.count {
        cursor = index + 1
        if index < 64 { seen |= 1 &<< UInt64(index) } else { seenLater.insert(index) }
        return entries[index].value
      }
      index += 1
    }
    return nil
  }

  /// What was not asked for.
  @inline(never)
  mutating func additional<T: WireCodable>(_ type: T.Type) -> [String: T] {
    var values: [String: T] = [:]
    for (index, entry) in entries.enumerated() {
      if index < 64 ? seen & 1 &<< UInt64(index) != 0 : seenLater.contains(index) { continue }
      do { values[entry.key] = try T(json: entry.value) } catch { fail(entry.key, error) }
    }
    return values
  }

  private mutating func fail(_ name: String, _ error: any Error) {
    guard failure == nil, let error = error as? WireError else { return }
    failure = error.under([JSONKey(name)])
  }

  private mutating func fail(_ name: String, expected: String, found: JSONValue?) {
    guard failure == nil else { return }
    failure = found.map { .mismatch(expected, $0).under([JSONKey(name)]) } ?? .missing(name)
  }
}

/// Required properties.
extension JSONReader {
  @inline(never)
  mutating func string(_ name: String) -> String {
    let value = find(name)
    if case .string(let value)? = value { return value }
    fail(name, expected: "a string", found: value)
    return ""
  }

  @inline(never)
  mutating func int(_ name: String) -> Int {
    let value = find(name)
    if let value = value?.intValue { return value }
    fail(name, expected: "an integer", found: value)
    return 0
  }

  @inline(never)
  mutating func double(_ name: String) -> Double {
    let value = find(name)
    if let value = value?.doubleValue, value.isFinite { return value }
    fail(name, expected: "a number", found: value)
    return 0
  }

  @inline(never)
  mutating func bool(_ name: String) -> Bool {
    let value = find(name)
    if case .bool(let value)? = value { return value }
    fail(name, expected: "a boolean", found: value)
    return false
  }

  @inline(never)
  mutating func json(_ name: String) -> JSONValue {
    if let value = find(name) { return value }
    fail(name, expected: "a value", found: nil)
    return .null
  }

  @inline(never)
  mutating func array<T: WireCodable>(_ name: String, of type: T.Type) -> [T] {
    guard let value = find(name) else {
      fail(name, expected: "an array", found: nil)
      return []
    }
    do { return try [T](json: value) } catch {
      fail(name, error)
      return []
    }
  }

  @inline(never)
  mutating func dictionary<T: WireCodable>(_ name: String, of type: T.Type) -> [String: T] {
    guard let value = find(name) else {
      fail(name, expected: "an object", found: nil)
      return [:]
    }
    do { return try [String: T](json: value) } catch {
      fail(name, error)
      return [:]
    }
  }

  /// Required, but may be null.
  @inline(never)
  mutating func nullable<T: WireCodable>(_ name: String, _ type: T.Type) -> T? {
    guard let value = find(name) else {
      fail(name, expected: "a value", found: nil)
      return nil
    }
    do { return try T?(json: value) } catch {
      fail(name, error)
      return nil
    }
  }

  @inline(never)
  mutating func model<T: WireCodable>(_ name: String, _ type: T.Type) throws -> T {
    if let failure { throw failure }
    guard let value = find(name) else { throw WireError.missing(name) }
    do { return try T(json: value) } catch let error as WireError {
      throw error.under([JSONKey(name)])
    }
  }

  /// Checks a constant.
  @inline(never)
  mutating func constant(_ name: String, _ expected: JSONValue) {
    let value = find(name)
    if value != expected { fail(name, expected: expected.summary, found: value) }
  }
}

/// Optional properties.
extension JSONReader {
  @inline(never)
  mutating func optionalString(_ name: String) -> String? {
    guard let value = find(name) else { return nil }
    if case .string(let value) = value { return value }
    fail(name, expected: "a string", found: value)
    return nil
  }

  @inline(never)
  mutating func optionalInt(_ name: String) -> Int? {
    guard let value = find(name) else { return nil }
    if let value = value.intValue { return value }
    fail(name, expected: "an integer", found: value)
    return nil
  }

  @inline(never)
  mutating func optionalDouble(_ name: String) -> Double? {
    guard let value = find(name) else { return nil }
    if let value = value.doubleValue, value.isFinite { return value }
    fail(name, expected: "a number", found: value)
    return nil
  }

  @inline(never)
  mutating func optionalBool(_ name: String) -> Bool? {
    guard let value = find(name) else { return nil }
    if case .bool(let value) = value { return value }
    fail(name, expected: "a boolean", found: value)
    return nil
  }

  @inline(never)
  mutating func optionalJSON(_ name: String) -> JSONValue? { find(name) }

  @inline(never)
  mutating func optionalArray<T: WireCodable>(_ name: String, of type: T.Type) -> [T]? {
    guard let value = find(name) else { return nil }
    do { return try [T](json: value) } catch {
      fail(name, error)
      return nil
    }
  }

  @inline(never)
  mutating func optionalDictionary<T: WireCodable>(_ name: String, of type: T.Type) -> [String: T]?
  {
    guard let value = find(name) else { return nil }
    do { return try [String: T](json: value) } catch {
      fail(name, error)
      return nil
    }
  }

  @inline(never)
  mutating func optional<T: WireCodable>(_ name: String, _ type: T.Type) -> T? {
    guard let value = find(name) else { return nil }
    do { return try T(json: value) } catch {
      fail(name, error)
      return nil
    }
  }

  /// May be absent, and may be null.
  @inline(never)
  mutating func optionalNullable<T: WireCodable>(_ name: String, _ type: T.Type) -> Nullable<T>? {
    guard let value = find(name) else { return nil }
    do { return try Nullable<T>(json: value) } catch {
      fail(name, error)
      return nil
    }
  }
}

/// Constants that may be absent, or null.
extension JSONReader {
  @inline(never)
  mutating func optionalConstant<T: WireCodable>(
    _ name: String, _ expected: JSONValue, _ type: T.Type
  ) -> T? {
    guard let value = find(name) else { return nil }
    if value != expected { fail(name, expected: expected.summary, found: value) }
    return try? T(json: value)
  }

  @inline(never)
  mutating func nullableConstant<T: WireCodable>(
    _ name: String, _ expected: JSONValue, _ type: T.Type
  ) -> T? {
    let value = find(name)
    if case .null? = value { return nil }
    if value != expected { fail(name, expected: expected.summary, found: value) }
    return value.flatMap { try? T(json: $0) }
  }

  @inline(never)
  mutating func optionalNullableConstant<T: WireCodable>(
    _ name: String, _ expected: JSONValue, _ type: T.Type
  ) -> Nullable<T>? {
    guard let value = find(name) else { return nil }
    if case .null = value { return .null }
    if value != expected { fail(name, expected: expected.summary, found: value) }
    return (try? T(json: value)).map(Nullable.value)
  }
}
