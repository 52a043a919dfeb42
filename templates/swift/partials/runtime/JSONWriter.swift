/// Writes JSON text as UTF-8 bytes, without spaces.
public struct JSONWriter: Sendable {
  var bytes: [UInt8] = []
  private var depth = 0
  private var failure: (value: String, reason: String)?

  init() { bytes.reserveCapacity(256) }

  /// Writes what is to be compared: what Swift calls equal is written alike. So models need no
  /// comparison of their own, which would take long to compile.
  init(comparing value: some WireCodable) {
    self.init()
    isComparing = true
    value.write(to: &self)
  }

  private var isComparing = false
  /// Texts beyond ASCII, which are compared as `String` compares them rather than byte by byte.
  private(set) var texts: [String] = []

  /// The text. Throws `EncodingError.invalidValue` if a number has no JSON form, or if values nest
  /// deeper than anybody may read.
  func finish() throws -> [UInt8] {
    guard let failure else { return bytes }
    throw EncodingError.invalidValue(
      failure.value, .init(codingPath: [], debugDescription: failure.reason))
  }

  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }
  mutating func beginArray() { open(UInt8(ascii: "[")) }
  mutating func endArray() { close(UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    if depth > maximumNesting, failure == nil {
      failure = ("a value", "must not be nested deeper than \(maximumNesting)")
    }
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    depth -= 1
  }

  /// Writes what stands in the object or array that is open, unless that is nested too deep.
  @inline(never)
  mutating func inner<T: WireCodable>(_ value: T) {
    if depth <= maximumNesting { value.write(to: &self) }
  }

  /// Writes a key; what is written next is its value.
  @inline(never)
  mutating func key(_ key: String) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  @inline(never)
  mutating func array<T: WireCodable>(_ values: [T]) {
    beginArray()
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      inner(value)
    }
    endArray()
  }

  /// Writes an object with sorted keys, since a dictionary has no order of its own.
  @inline(never)
  mutating func dictionary<T: WireCodable>(_ values: [String: T]) {
    beginObject()
    additional(values)
    endObject()
  }

  /// Writes the keys and values into the object that is being written.
  @inline(never)
  mutating func additional<T: WireCodable>(_ values: [String: T]) {
    if values.isEmpty { return }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      key(name)
      inner(value)
    }
  }

  mutating func null() { bytes.append(contentsOf: "null".utf8) }
  mutating func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }
  mutating func integer(_ value: some FixedWidthInteger) {
    bytes.append(contentsOf: String(value).utf8)
  }
  mutating func number(_ text: String) { bytes.append(contentsOf: text.utf8) }

  @inline(never)
  mutating func double(_ value: Double) {
    if let integer = value.exactInteger, integer != 0 || isComparing {
      self.integer(integer)
    } else if isComparing, value > 0, value < 0x1p64, value >= 0x1p63 {
      self.integer(UInt64(value))
    } else if value.isFinite {
      number(value == 0 ? (value.sign == .minus ? "-0" : "0") : value.description)
    } else {
      failure = failure ?? (value.description, "\(value.description) has no JSON form")
      number(value.description)
    }
  }

  /// A number that stands for itself, as its own text.
  mutating func decimal(_ text: String) {
    if isComparing { bytes.append(UInt8(ascii: "#")) }
    number(text)
  }

  /// An object of any JSON, in its own order.
  @inline(never)
  mutating func object(_ object: JSONObject) {
    beginObject()
    for entry in isComparing ? object.sortedEntries : object.entries {
      if isComparing { integer(entry.key.utf8.count) }
      key(entry.key)
      inner(entry.value)
    }
    endObject()
  }

  @inline(never)
  mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    if isComparing, value.withUTF8({ $0.contains { $0 >= 0x80 } }) {
      bytes.append(0)
      texts.append(value)
      return
    }
    value.withUTF8 { text in
      var start = 0
      for index in 0..<text.count {
        let byte = text[index]
        if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") { continue }
        bytes.append(contentsOf: text[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}

/// One property each: small shared functions keep the models quick to compile.
extension JSONWriter {
  @inline(never)
  mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  @inline(never)
  mutating func field(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  @inline(never)
  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  @inline(never)
  mutating func field(_ name: String, _ value: Double) {
    key(name)
    double(value)
  }

  @inline(never)
  mutating func field<T: WireCodable>(_ name: String, _ value: T) {
    key(name)
    inner(value)
  }

  /// Absent values are left out.
  @inline(never)
  mutating func optional(_ name: String, _ value: String?) {
    if let value { field(name, value) }
  }

  @inline(never)
  mutating func optional(_ name: String, _ value: Int?) {
    if let value { field(name, value) }
  }

  @inline(never)
  mutating func optional(_ name: String, _ value: Bool?) {
    if let value { field(name, value) }
  }

  @inline(never)
  mutating func optional(_ name: String, _ value: Double?) {
    if let value { field(name, value) }
  }

  @inline(never)
  mutating func optional<T: WireCodable>(_ name: String, _ value: T?) {
    if let value { field(name, value) }
  }
}
