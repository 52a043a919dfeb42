extension JSONValue {
  /// Reads JSON text from UTF-8 bytes: `Data`, `[UInt8]`, a string's `utf8`.
  ///
  /// Strict as RFC 8259 is. Of a repeated key the last value counts, as everywhere on the web; half
  /// a surrogate pair becomes U+FFFD. Throws `WireError` with the byte where reading ended.
  public static func parse(_ bytes: some Sequence<UInt8>) throws -> JSONValue {
    let read: (UnsafeBufferPointer<UInt8>) throws -> JSONValue = { buffer in
      var parser = JSONParser(input: buffer)
      return try parser.parseDocument()
    }
    if let value = try bytes.withContiguousStorageIfAvailable(read) { return value }
    return try Array(bytes).withUnsafeBufferPointer(read)
  }

  /// Reads JSON text. For example `try JSONValue.parse(#"{"ok": true}"#)`.
  public static func parse(_ text: String) throws -> JSONValue {
    try parse(text.utf8)
  }
}

/// How deep objects and arrays may stand in each other: no input may exhaust the stack, and the
/// system gives 512 KB to the threads where sockets are read.
let maximumNesting = 128

/// Reads one document.
private struct JSONParser {
  let input: UnsafeBufferPointer<UInt8>
  var position = 0
  var depth = 0

  init(input: UnsafeBufferPointer<UInt8>) { self.input = input }

  mutating func parseDocument() throws -> JSONValue {
    let value = try parseValue()
    skipSpace()
    if position < input.count { throw failure("unexpected text after the value") }
    return value
  }

  mutating func parseValue() throws -> JSONValue {
    skipSpace()
    guard position < input.count else { throw failure("unexpected end") }
    switch input[position] {
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: return try parseNumber()
    }
  }

  @inline(__always)
  mutating func skipSpace() {
    while position < input.count {
      switch input[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  func failure(_ reason: String) -> WireError {
    WireError(path: [], problem: .malformed("\(reason) at byte \(position)"))
  }

  mutating func parseWord(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= input.count else { throw failure("unexpected end") }
    for offset in 0..<word.utf8CodeUnitCount
    where input[position + offset] != word.utf8Start[offset] {
      throw failure("unexpected text")
    }
    position = end
    return value
  }

  mutating func enter() throws {
    position += 1
    depth += 1
    if depth > maximumNesting {
      throw failure("must not be nested deeper than \(maximumNesting)")
    }
  }

  mutating func parseArray() throws -> JSONValue {
    try enter()
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return leave(.array(values)) }
    while true {
      values.append(try parseValue())
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      if take(UInt8(ascii: "]")) { return leave(.array(values)) }
      throw failure("expected , or ]")
    }
  }

  mutating func parseObject() throws -> JSONValue {
    try enter()
    var entries: [JSONObject.Entry] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return leave(.object(JSONObject())) }
    entries.reserveCapacity(8)
    while true {
      skipSpace()
      guard position < input.count, input[position] == UInt8(ascii: "\"") else {
        throw failure("expected a key")
      }
      let key = try parseString()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("expected :") }
      entries.append(JSONObject.Entry(key: key, value: try parseValue()))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      if take(UInt8(ascii: "}")) { return leave(.object(JSONObject(reading: entries))) }
      throw failure("expected , or }")
    }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard position < input.count, input[position] == byte else { return false }
    position += 1
    return true
  }

  @inline(__always)
  mutating func leave(_ value: JSONValue) -> JSONValue {
    depth -= 1
    return value
  }
}

extension JSONParser {
  /// Reads a string: at once where nothing is escaped, byte by byte otherwise.
  fileprivate mutating func parseString() throws -> String {
    position += 1
    let start = position
    var seen: UInt8 = 0
    while position < input.count {
      let byte = input[position]
      if byte == UInt8(ascii: "\"") {
        let text = UnsafeBufferPointer(rebasing: input[start..<position])
        if seen >= 0x80 { try checkEncoding(text, from: start) }
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try parseEscapedString(from: start) }
      if byte < 0x20 { throw failure("control character in a string") }
      seen |= byte
      position += 1
    }
    throw failure("unexpected end of a string")
  }

  private mutating func parseEscapedString(from start: Int) throws -> String {
    var text = Array(input[start..<position])
    while position < input.count {
      let byte = input[position]
      switch byte {
      case UInt8(ascii: "\""):
        try text.withUnsafeBufferPointer { try checkEncoding($0, from: start) }
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try parseEscape(into: &text)
      case ..<0x20:
        throw failure("control character in a string")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure("unexpected end of a string")
  }

  private mutating func parseEscape(into text: inout [UInt8]) throws {
    guard position + 1 < input.count else { throw failure("unexpected end of a string") }
    position += 2
    switch input[position - 1] {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try parseScalar()).utf8)
    default: throw failure("unknown escape")
    }
  }

  /// Reads what follows `\u`, with the second half of a surrogate pair.
  private mutating func parseScalar() throws -> Character {
    let first = try parseHexadecimal()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    let isPair =
      first < 0xDC00 && position + 1 < input.count
      && input[position] == UInt8(ascii: "\\") && input[position + 1] == UInt8(ascii: "u")
    if isPair {
      let back = position
      position += 2
      let second = try parseHexadecimal()
      if (0xDC00...0xDFFF).contains(second) {
        let value = 0x10000 + (first - 0xD800) &<< 10 + (second - 0xDC00)
        return Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}"
      }
      position = back
    }
    return "\u{FFFD}"
  }

  private mutating func parseHexadecimal() throws -> UInt32 {
    guard position + 4 <= input.count else { throw failure("unexpected end of a string") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(input[position])).hexDigitValue,
        input[position] < 0x80
      else { throw failure("expected four hexadecimal digits") }
      value = value &<< 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// `String(decoding:)` would repair what is not UTF-8; this refuses it.
  private func checkEncoding(_ text: UnsafeBufferPointer<UInt8>, from start: Int) throws {
    var index = 0
    while index < text.count {
      let length = Self.sequenceLength(text, at: index)
      if length == 0 { throw failure("text is not UTF-8") }
      index += length
    }
  }

  /// The length of the UTF-8 sequence at an index; 0 where there is none.
  private static func sequenceLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    if lead < 0x80 { return 1 }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= text.count else { return 0 }
    for offset in 1..<length where text[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = text[index + 1]
    switch lead {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return 0
    case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 0
    default: return length
    }
  }
}

extension JSONParser {
  /// Reads a number exactly: see `JSONValue`.
  fileprivate mutating func parseNumber() throws -> JSONValue {
    let start = position
    let isNegative = take(UInt8(ascii: "-"))
    let leadsWithZero = position < input.count && input[position] == UInt8(ascii: "0")
    let (digits, magnitude) = takeDigits()
    if digits == 0 { throw failure("unexpected text") }
    if leadsWithZero && digits > 1 { throw failure("number with a leading zero") }
    if position < input.count {
      switch input[position] {
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        return try parseFraction(from: start, digits: leadsWithZero ? 0 : digits)
      default: break
      }
    }
    guard let magnitude else { return .decimal(text(from: start)) }
    if !isNegative {
      if magnitude >= 0x8000_0000_0000_0000 { return .unsigned(magnitude) }
      return .integer(Int64(bitPattern: magnitude))
    }
    if magnitude == 0 { return .double(-0.0) }
    if magnitude > 0x8000_0000_0000_0000 { return .decimal(text(from: start)) }
    return .integer(Int64(bitPattern: 0 &- magnitude))
  }

  /// How many digits follow, and their value where `UInt64` holds it.
  private mutating func takeDigits() -> (count: Int, value: UInt64?) {
    let start = position
    var value: UInt64 = 0
    var overflows = false
    while position < input.count {
      let digit = input[position] &- UInt8(ascii: "0")
      if digit > 9 { break }
      if position - start < 18 {
        value = value &* 10 &+ UInt64(digit)
      } else {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        overflows = overflows || overflow || carry
        value = sum
      }
      position += 1
    }
    return (position - start, overflows ? nil : value)
  }

  private mutating func parseFraction(from start: Int, digits: Int) throws -> JSONValue {
    var significant = digits
    if take(UInt8(ascii: ".")) {
      let count = takeDigits().count
      if count == 0 { throw failure("expected a digit") }
      significant += count
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if takeDigits().count == 0 { throw failure("expected a digit") }
    }
    let text = text(from: start)
    guard significant <= 17, let value = Double(text), value.isFinite else { return .decimal(text) }
    let isLost =
      value == 0
      && text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        .contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    return isLost ? .decimal(text) : .double(value)
  }

  private func text(from start: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: input[start..<position]), as: UTF8.self)
  }
}
