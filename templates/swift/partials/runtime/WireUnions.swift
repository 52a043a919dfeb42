/// Telling the variants of a union apart.
extension JSONValue {
  /// The property that names the variant.
  @inline(never)
  func tag(_ name: String) throws -> String {
    guard case .object(let object) = self else { throw WireError.mismatch("an object", self) }
    guard let value = object[name] else { throw WireError.missing(name) }
    guard case .string(let tag) = value else {
      throw WireError.mismatch("a string", value).under([JSONKey(name)])
    }
    return tag
  }

  /// The same where the tags are not all strings.
  @inline(never)
  func anyTag(_ name: String) throws -> JSONValue {
    guard case .object(let object) = self else { throw WireError.mismatch("an object", self) }
    guard let value = object[name] else { throw WireError.missing(name) }
    return value
  }

  /// Reads a variant if nothing in the value is unknown to it.
  @inline(never)
  func exactly<T: WireCodable>(_ type: T.Type) -> T? {
    if let variant = type as? any WireVariant.Type {
      let keys = variant.knownKeys
      guard case .object(let object) = self else { return nil }
      for entry in object.entries where !keys.contains(entry.key) { return nil }
    }
    guard let value = try? T(json: self) else { return nil }
    if let union = value as? any WireUnion, !union.isRecognized { return nil }
    if let constant = value as? any WireEnum, !constant.isRecognized { return nil }
    return value
  }

  /// Reads a variant that may come from a newer version, unless a key says that it is another.
  @inline(never)
  func loosely<T: WireCodable>(_ type: T.Type, _ rivals: [any WireVariant.Type] = []) -> T? {
    if let variant = type as? any WireVariant.Type, case .object(let object) = self {
      for entry in object.entries where !variant.knownKeys.contains(entry.key) {
        if rivals.contains(where: { $0.knownKeys.contains(entry.key) }) { return nil }
      }
    }
    return try? T(json: self)
  }
}
