/// A JSON object: keys in the order they were read or added. Two objects are equal whatever their
/// order.
public struct JSONObject: Sendable {
  /// One key and its value.
  public struct Entry: Sendable {
    public let key: String
    public var value: JSONValue
  }

  /// In order; no key twice.
  public private(set) var entries: [Entry]

  /// An object without keys.
  public init() { entries = [] }

  /// The last value of a repeated key counts, in the place of the first.
  public init(_ pairs: some Sequence<(String, JSONValue)>) {
    entries = []
    for (key, value) in pairs { entries.append(Entry(key: key, value: value)) }
    removeRepeats()
  }

  /// With sorted keys, since a dictionary has no order of its own.
  public init(_ values: [String: JSONValue]) {
    entries = values.sorted { $0.key < $1.key }.map { Entry(key: $0.key, value: $0.value) }
  }

  init(reading entries: [Entry]) {
    self.entries = entries
    removeRepeats()
  }

  public var keys: [String] { entries.map(\.key) }

  public subscript(key: String) -> JSONValue? {
    get { index(of: key).map { entries[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  private func index(of key: String) -> Int? {
    entries.firstIndex { $0.key.isSameKey(as: key) }
  }

  /// Compares each key with those before it while they are few; a set finds repeats among many.
  private mutating func removeRepeats() {
    guard hasRepeats() else { return }
    var places: [[UInt8]: Int] = [:]
    var kept: [Entry] = []
    for entry in entries {
      let bytes = Array(entry.key.utf8)
      if let place = places[bytes] {
        kept[place].value = entry.value
      } else {
        places[bytes] = kept.count
        kept.append(entry)
      }
    }
    entries = kept
  }

  private func hasRepeats() -> Bool {
    if entries.count > 24 {
      return Set(entries.lazy.map(\.key)).count < entries.count
    }
    for index in entries.indices.dropFirst() {
      let key = entries[index].key
      for earlier in 0..<index where entries[earlier].key == key { return true }
    }
    return false
  }
}

extension JSONObject: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> (key: String, value: JSONValue) {
    (entries[position].key, entries[position].value)
  }
}

extension JSONObject: Hashable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.count == right.count else { return false }
    if left.count <= 24 { return left.allSatisfy { right[$0.key] == $0.value } }
    return zip(left.sortedEntries, right.sortedEntries).allSatisfy {
      $0.key.isSameKey(as: $1.key) && $0.value == $1.value
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for entry in sortedEntries {
      hasher.combine(entry.key)
      hasher.combine(entry.value)
    }
  }

  /// In an order that does not depend on the object's own.
  var sortedEntries: [Entry] {
    entries.sorted {
      $0.key == $1.key ? $0.key.utf8.count < $1.key.utf8.count : $0.key < $1.key
    }
  }

  /// The same keys and values without their order.
  public var dictionary: [String: JSONValue] {
    Dictionary(entries.lazy.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension String {
  /// Swift compares strings by what they look like; keys are the same only byte by byte.
  fileprivate func isSameKey(as other: String) -> Bool {
    self == other && utf8.count == other.utf8.count
  }
}
