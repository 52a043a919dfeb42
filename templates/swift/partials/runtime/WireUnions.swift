/// What a type declares, for telling variants apart by what is known of a value.
public indirect enum WireShape: Sendable {
  /// Properties, and what other keys hold: nil where there are none.
  case object([WireField], others: (any WireCodable.Type)?)
  /// Elements, how many of them have to be there, and what follows them: nil where nothing does.
  case tuple([any WireCodable.Type], required: Int, rest: (any WireCodable.Type)?)
  /// Variants by the value of a property.
  case tagged(String, [WireTag], open: Bool)
  /// Variants without a tag, the narrowest first.
  case untagged([WireChoice], open: Bool)
  /// Whatever another type declares.
  case same(any WireCodable.Type)
}

/// A property in a shape.
public struct WireField: Sendable {
  let key: String
  let type: any WireCodable.Type
  let required: Bool
  let constant: JSONValue?

  /// A property that has to be there.
  static func required(_ key: String, _ type: any WireCodable.Type) -> WireField {
    WireField(key: key, type: type, required: true, constant: nil)
  }

  /// A property that may be absent.
  static func optional(_ key: String, _ type: any WireCodable.Type) -> WireField {
    WireField(key: key, type: type, required: false, constant: nil)
  }

  /// A property that has one value.
  static func constant(_ key: String, _ value: JSONValue, required: Bool = true) -> WireField {
    WireField(key: key, type: JSONValue.self, required: required, constant: value)
  }
}

/// The tags of a variant in a shape.
public struct WireTag: Sendable {
  let tags: [JSONValue]
  let type: any WireCodable.Type

  init(_ tags: [JSONValue], _ type: any WireCodable.Type) {
    self.tags = tags
    self.type = type
  }
}

/// A variant without a tag: a type, or a constant.
public enum WireChoice: Sendable {
  case type(any WireCodable.Type)
  case constant(JSONValue)
}

/// A model that a union tells from others by its shape.
public protocol WireShaped: WireModel {
  static var shape: WireShape { get }
}

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

  /// Reads a variant; nil where the value is none of its type.
  @inline(never)
  func variant<T: WireCodable>(_ type: T.Type) -> T? { try? T(json: self) }

  /// The variant that the value is, by its place in the list; nil where it is none of them.
  @inline(never)
  func choose(_ choices: [WireChoice], of union: any WireCodable.Type) -> Int? {
    var judge = WireJudge()
    return judge.choose(choices, of: union, for: self)
  }
}
