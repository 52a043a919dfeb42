/// Reads a fixed sequence, element by element.
struct JSONTupleReader {
  private let values: [JSONValue]

  @inline(never)
  init(_ json: JSONValue, required: Int, limit: Int?) throws {
    guard case .array(let values) = json else { throw WireError.mismatch("an array", json) }
    if values.count < required {
      throw WireError.mismatch("\(required) elements or more", json)
    }
    if let limit, values.count > limit {
      throw WireError.mismatch("\(limit) elements at most", json)
    }
    self.values = values
  }

  @inline(never)
  func element<T: WireCodable>(_ index: Int, _ type: T.Type) throws -> T {
    do { return try T(json: values[index]) } catch let error as WireError {
      throw error.under([JSONKey(intValue: index)])
    }
  }

  @inline(never)
  func optionalElement<T: WireCodable>(_ index: Int, _ type: T.Type) throws -> T? {
    index < values.count ? try element(index, type) : nil
  }

  @inline(never)
  func rest<T: WireCodable>(from start: Int, _ type: T.Type) throws -> [T] {
    guard start < values.count else { return [] }
    return try (start..<values.count).map { try element($0, type) }
  }
}

extension JSONWriter {
  @inline(never)
  mutating func element<T: WireCodable>(_ value: T) {
    if bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
    inner(value)
  }

  @inline(never)
  mutating func optionalElement<T: WireCodable>(_ value: T?) {
    if let value { element(value) }
  }

  @inline(never)
  mutating func elements<T: WireCodable>(_ values: [T]) {
    for value in values { element(value) }
  }
}
