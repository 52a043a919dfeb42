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

/// The same with parts of every kind that can be written in several ways.
struct Parts: WireModel {
  var any: JSONValue = .null
  var number = 0.0
  var text = ""
  var values: [String: Double] = [:]

  init() {}

  init(json: JSONValue) throws {
    var reader = try JSONReader(json)
    any = reader.json("any")
    number = reader.double("number")
    text = reader.string("text")
    values = reader.dictionary("values", of: Double.self)
    try reader.finish()
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("any", any)
    writer.field("number", number)
    writer.field("text", text)
    writer.field("values", values)
    writer.endObject()
  }
}

extension Checks {
  mutating func checkRuntime() throws {
    try readsJSONStrictly()
    try keepsNumbers()
    try tellsNumbersFromBooleans()
    try comparesValues()
    try comparesModelsByTheirParts()
    try convertsSwiftValues()
    saysWhereAnErrorIs()
    makesNullables()
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

extension Checks {
  /// Whether two models are equal exactly if their parts are, and then hash alike.
  mutating func comparesParts(_ what: String, _ left: JSONValue, _ right: JSONValue) {
    var (one, other) = (Parts(), Parts())
    one.any = left
    other.any = right
    expect((one == other) == (left == right), "compares \(what) as its part does")
    expect(left != right || left.hashValue == right.hashValue, "hashes \(what) alike")
    expect(one != other || one.hashValue == other.hashValue, "hashes a model of \(what) alike")
  }

  mutating func comparesModelsByTheirParts() throws {
    let values: [JSONValue] = [
      ["x": 1, "y": 2], ["y": 2, "x": 1], ["x": ["b": 1, "a": [2]]], ["x": ["a": [2.0], "b": 1]], 1, .double(1), .unsigned(1),
      0, .double(-0.0), .double(0x1p63), .unsigned(1 << 63), .decimal("1"), .decimal("1e400"), "1", "1e400", "#1e400",
      "e\u{301}", "\u{E9}", ["e\u{301}": 1], ["\u{E9}": 1], ["", "e\u{301}"], ["e\u{301}", ""], ["a", "b"], ["a\",\"b"],
      "\u{0}", nil, [], [:], true, [1, 2], [2, 1],
      .object(JSONObject((0..<40).map { ("k\($0)", .integer($0)) })),
      .object(JSONObject((0..<40).reversed().map { ("k\($0)", .integer($0)) })),
    ]
    for left in values {
      for right in values { comparesParts("\(left) and \(right)", left, right) }
    }
    expect(values[0] == values[1] && values[4] == values[6] && values[16] == values[17], "knows what is equal")
    expect(values[18] != values[19] && values[11] != values[13], "knows what is not")
    var (one, other) = (Parts(), Parts())
    one.number = 0
    other.number = -0.0
    one.text = "\u{E9}"
    other.text = "e\u{301}"
    one.values = ["\u{E9}": 1, "b": 0]
    other.values = ["b": -0.0, "e\u{301}": 1]
    expect(one == other && one.hashValue == other.hashValue, "compares numbers, texts and maps as Swift does")
    expect(try String(decoding: other.encoded(), as: UTF8.self).contains("\"number\":-0"), "still writes -0")
  }

  mutating func convertsSwiftValues() throws {
    let (flag, count, ratio, name) = (true, 4, 0.5, "x")
    var params: JSONObject = ["kind": "list"]
    params["limit"] = JSONValue(count)
    params["flag"] = JSONValue(flag)
    params["ratio"] = JSONValue(ratio)
    params["name"] = JSONValue(name)
    params["list"] = JSONValue([JSONValue(count), 2])
    params["map"] = JSONValue(["b": JSONValue(name), "a": nil])
    let text = #"{"kind":"list","limit":4,"flag":true,"ratio":0.5,"name":"x","list":[4,2],"map":{"a":null,"b":"x"}}"#
    expect(JSONValue(params).description == text, "makes JSON of Swift values")
    expect(try String(decoding: JSONValue(params).encoded(), as: UTF8.self) == text, "encodes JSON")
    expect(JSONValue(UInt64.max) == .unsigned(.max) && JSONValue(Int8(-1)) == -1, "keeps integers of any size")
    expect(JSONValue(nil as JSONValue?) == .null && JSONValue(name.prefix(1)) == "x", "makes null of nil")
    expect(try [Tick].parse(#"[{"ts":1}]"#) == [Tick(ts: 1)], "parses an array of models")
    expect(try [Tick(ts: 1)].encoded() == Array(#"[{"ts":1}]"#.utf8), "encodes an array of models")
    expect(try Tick?.parse("null") == nil, "parses null")
  }

  /// How an error is printed.
  func message(_ body: () throws -> Void) -> String {
    do { try body() } catch { return "\(error)" }
    return "no error"
  }

  mutating func saysWhereAnErrorIs() {
    let wrong = message { _ = try [String: [Tick]].parse(#"{"a/b~c":[{"ts":1},{"ts":"no"}]}"#) }
    expect(wrong == #"/a~1b~0c/1/ts: expected an integer, found "no""#, "says where a type is wrong, not \(wrong)")
    let missing = message { _ = try [Tick].parse("[{}]") }
    expect(missing == "/0/ts: the property is required", "says what is missing, not \(missing)")
    expect(message { _ = try Tick.parse("1") } == "expected an object, found 1", "says what is wrong with the whole")
    expect(message { _ = try Tick.parse("{") } == "expected a key at byte 1", "says where text ends")
    do {
      _ = try JSONDecoder().decode([Tick].self, from: Data("[{}]".utf8))
    } catch DecodingError.keyNotFound(let key, let context) {
      expect(key.stringValue == "ts" && context.codingPath.count == 1, "tells JSONDecoder's callers what is missing")
      expect(context.debugDescription == "/ts: the property is required", "tells them in words too")
    } catch { expect(false, "throws what JSONDecoder throws, not \(error)") }
  }

  mutating func makesNullables() {
    let (some, none): (String?, String?) = ("x", nil)
    let texts: [Nullable<String>?] = ["x", .null, nil, Nullable(some), Nullable(none), some.map(Nullable.value)]
    expect(texts == [.value("x"), .some(.null), nil, .value("x"), .some(.null), .value("x")], "makes texts")
    let count: Nullable<Int>? = 3
    let ratio: Nullable<Double>? = 0.5
    let whole: Nullable<Double>? = 2
    let flag: Nullable<Bool>? = true
    expect(count == .value(3) && ratio == .value(0.5) && whole == .value(2) && flag == .value(true), "takes literals")
    expect(count?.map { "\($0)" } == .value("3") && Nullable<Int>.null.map { $0 + 1 } == .null, "maps")
  }
}

extension JSONValue {
  func encodedForTest() throws -> [UInt8] { try JSONEncoder().encode(self).map { $0 } }
}
