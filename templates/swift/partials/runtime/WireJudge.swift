/// How well a type suits a value.
public struct WireFit: Sendable {
  /// Whether the value cannot be read as the type at all.
  var isRefused = false
  /// Keys of closed objects, values of enums and tags that the type does not know.
  var unknowns = 0
  /// Keys that the type declares.
  var declared = 0
  /// Constants that are the type's own.
  var constants = 0

  static let refused = WireFit(isRefused: true)

  mutating func add(_ part: WireFit) {
    isRefused = isRefused || part.isRefused
    unknowns += part.unknowns
    declared += part.declared
    constants += part.constants
  }

  func isBetter(than other: WireFit) -> Bool {
    (other.unknowns, declared, constants) > (unknowns, other.declared, other.constants)
  }
}

/// A key of one object of a value: where the object's entries are stored, and the key.
struct WirePlace: Hashable {
  let object: UInt
  let key: String
}

/// Finds the variant that a value is: the one in which nothing is unknown, at any depth; among
/// several, the one that declares most of the keys; then the one with the fewest unknowns, but none
/// that lacks a key which another declares.
///
/// What is found of a value and a union is remembered, so that unions in unions cost no more than
/// one.
public struct WireJudge {
  private var known: [Asked: Answer] = [:]
  /// Keys that the present type declares, and keys that it would lose; only where they are asked
  /// for.
  private var declared: Set<WirePlace>?
  private var lost: Set<WirePlace> = []

  private struct Asked: Hashable {
    let union: ObjectIdentifier
    let value: UInt
  }

  private struct Answer {
    let choice: Int?
    let fit: WireFit
  }

  mutating func choose(_ choices: [WireChoice], of union: any WireCodable.Type, for json: JSONValue)
    -> Int?
  {
    answer(choices, of: union, for: json).choice
  }

  private mutating func answer(
    _ choices: [WireChoice], of union: any WireCodable.Type, for json: JSONValue
  ) -> Answer {
    let question = json.storage.map { Asked(union: ObjectIdentifier(union), value: $0) }
    if let question, let answer = known[question] { return answer }
    let outer = (declared, lost)
    declared = nil
    let answer = judge(choices, json)
    (declared, lost) = outer
    if let question { known[question] = answer }
    return answer
  }

  private mutating func judge(_ choices: [WireChoice], _ json: JSONValue) -> Answer {
    var fits: [(index: Int, fit: WireFit)] = []
    for (index, choice) in choices.enumerated() {
      let fit = fit(choice, json)
      if !fit.isRefused { fits.append((index, fit)) }
    }
    if fits.contains(where: { $0.fit.unknowns > 0 }),
      !fits.contains(where: { $0.fit.unknowns == 0 })
    {
      fits = keeping(fits, choices, json)
    }
    guard var best = fits.first else { return Answer(choice: nil, fit: WireFit(unknowns: 1)) }
    for other in fits.dropFirst() where other.fit.isBetter(than: best.fit) { best = other }
    return Answer(choice: best.index, fit: best.fit)
  }

  /// Leaves out what would lose a key that another variant declares.
  private mutating func keeping(
    _ fits: [(index: Int, fit: WireFit)], _ choices: [WireChoice], _ json: JSONValue
  ) -> [(index: Int, fit: WireFit)] {
    let keys = choices.map { choice in
      declared = []
      lost = []
      _ = fit(choice, json)
      return (declared: declared ?? [], lost: lost)
    }
    return fits.filter { candidate in
      keys.indices.allSatisfy { other in
        other == candidate.index
          || keys[candidate.index].lost.isDisjoint(with: keys[other].declared)
      }
    }
  }

  private mutating func fit(_ choice: WireChoice, _ json: JSONValue) -> WireFit {
    switch choice {
    case .type(let type): type.fit(json, &self)
    case .constant(let constant): json == constant ? WireFit(constants: 1) : .refused
    }
  }

  mutating func fit(_ shape: WireShape, of type: any WireCodable.Type, to json: JSONValue)
    -> WireFit
  {
    switch shape {
    case .object(let fields, let others): return object(fields, others, json)
    case .tuple(let elements, let required, let rest): return tuple(elements, required, rest, json)
    case .same(let inner): return inner.fit(json, &self)
    case .tagged(let key, let variants, let isOpen):
      guard let tag = json[key] else { return .refused }
      if let variant = variants.first(where: { $0.tags.contains(tag) }) {
        return variant.type.fit(json, &self)
      }
      return isOpen ? WireFit(unknowns: 1) : .refused
    case .untagged(let choices, let isOpen):
      let answer = answer(choices, of: type, for: json)
      guard let choice = answer.choice else { return isOpen ? answer.fit : .refused }
      if declared != nil { _ = fit(choices[choice], json) }
      return answer.fit
    }
  }

  /// Goes on after a refusal only where the keys are asked for.
  private mutating func object(
    _ fields: [WireField], _ others: (any WireCodable.Type)?, _ json: JSONValue
  ) -> WireFit {
    guard case .object(let object) = json else { return .refused }
    var result = WireFit()
    var found = 0
    for field in fields {
      guard let value = object[field.key] else {
        result.isRefused = result.isRefused || field.required
        if result.isRefused, declared == nil { return .refused }
        continue
      }
      found += 1
      result.declared += 1
      note(field.key, in: json, isDeclared: true)
      if let constant = field.constant {
        result.add(value == constant ? WireFit(constants: 1) : .refused)
      } else {
        result.add(field.type.fit(value, &self))
      }
      if result.isRefused, declared == nil { return .refused }
    }
    if found == object.count { return result }
    for (key, value) in object
    where !fields.contains(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
      if let others {
        result.add(others.fit(value, &self))
      } else {
        result.unknowns += 1
        note(key, in: json, isDeclared: false)
      }
    }
    return result
  }

  private mutating func tuple(
    _ elements: [any WireCodable.Type], _ required: Int, _ rest: (any WireCodable.Type)?,
    _ json: JSONValue
  ) -> WireFit {
    guard case .array(let values) = json, values.count >= required else { return .refused }
    var result = WireFit()
    for (index, value) in values.enumerated() {
      guard let type = index < elements.count ? elements[index] : rest else { return .refused }
      result.add(type.fit(value, &self))
    }
    return result
  }

  private mutating func note(_ key: String, in json: JSONValue, isDeclared: Bool) {
    guard declared != nil, let object = json.storage else { return }
    let place = WirePlace(object: object, key: key)
    if isDeclared { declared?.insert(place) } else { lost.insert(place) }
  }
}

extension JSONValue {
  /// Where an object's or an array's elements are stored: two values at one place are one value.
  fileprivate var storage: UInt? {
    switch self {
    case .object(let object) where !object.isEmpty:
      object.entries.withUnsafeBufferPointer { $0.baseAddress.map { UInt(bitPattern: $0) } }
    case .array(let values) where !values.isEmpty:
      values.withUnsafeBufferPointer { $0.baseAddress.map { UInt(bitPattern: $0) } }
    default: nil
    }
  }
}

extension WireCodable {
  /// What says nothing of itself suits whatever it can read.
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    (try? Self(json: json)) == nil ? .refused : WireFit()
  }
}

extension WireShaped {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    judge.fit(shape, of: Self.self, to: json)
  }
}

extension WireEnum {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    guard let value = try? Self(json: json) else { return .refused }
    return value.isRecognized ? WireFit(constants: 1) : WireFit(unknowns: 1)
  }
}

extension WireUnion {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    guard let value = try? Self(json: json) else { return .refused }
    return value.isRecognized ? WireFit() : WireFit(unknowns: 1)
  }
}

extension WireUnion where Self: WireShaped {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    judge.fit(shape, of: Self.self, to: json)
  }
}

extension Optional where Wrapped: WireCodable {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    json.isNull ? WireFit() : Wrapped.fit(json, &judge)
  }
}

extension Nullable where Wrapped: WireCodable {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    json.isNull ? WireFit() : Wrapped.fit(json, &judge)
  }
}

extension Array where Element: WireCodable {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    guard case .array(let values) = json else { return .refused }
    var result = WireFit()
    for value in values { result.add(Element.fit(value, &judge)) }
    return result
  }
}

extension Dictionary where Key == String, Value: WireCodable {
  public static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit {
    guard case .object(let object) = json else { return .refused }
    var result = WireFit()
    for (_, value) in object { result.add(Value.fit(value, &judge)) }
    return result
  }
}
