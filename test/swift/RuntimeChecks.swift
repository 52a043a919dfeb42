import Foundation

/// A model as it is generated, written by hand: what is checked here is the runtime alone.
struct Tick: WireModel {
  let ts: Int

  init(ts: Int) {
    self.ts = ts
  }

  init(json: JSONValue) throws {
    var reader = try JSONReader(json)
    self.ts = reader.int("ts")
    try reader.finish()
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("ts", self.ts)
    writer.endObject()
  }
}

extension Checks {
  mutating func checkRuntime() throws {
    try readsJSONStrictly()
    try keepsNumbers()
    try tellsNumbersFromBooleans()
    try comparesValues()
  }

  mutating func readsJSONStrictly() throws {
    let refused = [
      "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "1.", ".5", "+1", "1e", "--1", "-", "nul", "NaN",
      "Infinity", "\"\u{1}\"", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"", "1 2", "[1 2]", "{\"a\" 1}", "\u{FEFF}1",
      "/* */1", "[1", "{\"a\"", "{\"a\":", "true false", "\"\n\"",
    ]
    for text in refused {
      expectError("refuses \(text.debugDescription)", "") { _ = try JSONValue.parse(text) }
    }
    let badBytes: [[UInt8]] = [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0xFF, 0x22],
    ]
    for bytes in badBytes {
      expectError("refuses bytes \(bytes)", "") { _ = try JSONValue.parse(bytes) }
    }
    let nested = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    expect((try? JSONValue.parse(nested)) != nil, "reads 128 levels")
    expectError("refuses 129 levels", "") { _ = try JSONValue.parse("[\(nested)]") }

    expect(try JSONValue.parse(#""\u00e9\n\/\ud83d\ude00""#) == "é\n/😀", "reads escapes")
    expect(try JSONValue.parse(#""a\ud800b""#) == "a\u{FFFD}b", "replaces half a pair")
    expect(try JSONValue.parse(#""\ud800\ud83d\ude00""#) == "\u{FFFD}😀", "reads a pair after half a pair")
    expect(try JSONValue.parse(" [ 1 , {\"a\" : null} ] ") == [1, ["a": nil]], "skips space")
    let repeated = try JSONValue.parse(#"{"a":1,"b":2,"a":3}"#)
    expect(repeated.description == #"{"a":3,"b":2}"#, "keeps the last of a repeated key")
    let many = (0..<100).map { "\"k\($0 % 60)\":\($0)" }.joined(separator: ",")
    expect(try JSONValue.parse("{\(many)}").objectValue?.count == 60, "finds repeats among many keys")
    let forms = try JSONValue.parse("{\"e\u{301}\":1,\"\u{E9}\":2}")
    expect(forms.objectValue?.count == 2 && forms["\u{E9}"] == 2, "keeps two forms of one key apart")
  }

  mutating func keepsNumbers() throws {
    let kept = [
      "0", "-0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
      "18446744073709551615", "18446744073709551616", "-9223372036854775809", "1e400", "-1e400", "1e-400",
      "123456789012345678901234567890", "0.1", "5e-324", "1.7976931348623157e+308", "0.12345678901234567890123",
    ]
    for text in kept {
      let value = try JSONValue.parse(text)
      expect(value.description == text, "keeps \(text), not \(value)")
      expect(try JSONValue.parse(value.description) == value, "reads back \(text)")
    }
    expect(try JSONValue.parse("1.0") == 1 && JSONValue.parse("1e2") == 100, "knows equal numbers")
    expect(Set([try JSONValue.parse("1.0"), 1]).count == 1, "hashes equal numbers alike")
    expect(JSONValue.double(1.0).description == "1", "writes integers without a fraction")
    expectError("refuses a fraction", "ts") { _ = try Tick.parse(#"{"ts":1.5}"#) }
    expect(try Tick.parse(#"{"ts":1.0}"#).ts == 1, "reads 1.0 as an integer")
    expect(try Tick.parse(#"{"ts":9223372036854776000}"#).ts == .max, "reads what JavaScript makes of Int.max")
    expect((try? JSONValue.double(.nan).encodedForTest()) == nil, "refuses NaN")
  }

  mutating func tellsNumbersFromBooleans() throws {
    let numbers = try JSONDecoder().decode(JSONValue.self, from: Data("[1,true,0.5,18446744073709551615,null]".utf8))
    expect(numbers == [1, true, 0.5, .unsigned(.max), nil], "tells booleans from numbers")
  }

  mutating func comparesValues() throws {
    let first = try JSONValue.parse(#"{"a":1,"b":{"c":[1,2]}}"#)
    let second = try JSONValue.parse(#"{"b":{"c":[1,2]},"a":1}"#)
    expect(first == second && first.hashValue == second.hashValue, "compares objects without their order")
    expect(first["b"]?["c"]?[1] == 2, "finds values by key and index")
    expect(try first.decode(as: [String: JSONValue].self)["a"] == 1, "decodes a dictionary")
    expect(try JSONValue(encoding: [1, 2]) == [1, 2], "encodes an array")
    let tick = Tick(ts: 1)
    expect(tick == Tick(ts: 1) && tick != Tick(ts: 2), "compares models")
    expect(Set([tick, Tick(ts: 1), Tick(ts: 2)]).count == 2, "hashes models")
  }
}

extension JSONValue {
  func encodedForTest() throws -> [UInt8] { try JSONEncoder().encode(self).map { $0 } }
}
