import Foundation

/// Compiled together with the models of the gateway sample; prints what does not hold, then how much was looked at.
@main
struct RuntimeChecks {
  static func main() throws {
    var checks = Checks()
    try checks.readsJSONStrictly()
    try checks.keepsNumbers()
    try checks.keepsFrames()
    checks.namesThePlaceOfAnError()
    try checks.tiesMethodsToTypes()
    try checks.decodesEvents()
    try checks.worksWithFoundation()
    try checks.comparesValues()
    print("checked \(checks.count)")
  }
}

/// A client as an app would write it.
struct Client {
  func request<Params, Output>(_ method: WireMethod<Params, Output>, _ params: Params) throws -> Output {
    let frame = try RequestFrame(id: "1", calling: method, with: params)
    let echoed = frame.params?["text"] ?? .null
    let response = ResponseFrame(id: frame.id, ok: true, payload: ["ok": true, "text": echoed])
    return try response.result(of: method)
  }
}

struct Checks {
  var count = 0

  mutating func expect(_ holds: Bool, _ what: String) {
    count += 1
    if !holds { print("does not hold: \(what)") }
  }

  mutating func expectError(_ what: String, _ path: String, _ body: () throws -> Void) {
    count += 1
    do {
      try body()
      print("no error: \(what)")
    } catch let error as DecodingError {
      let found = Self.path(of: error)
      if found != path { print("\(what): error at \(found) instead of \(path)") }
    } catch {
      print("\(what): \(error)")
    }
  }

  static func path(of error: DecodingError) -> String {
    let path: [any CodingKey]
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context): path = context.codingPath
    case .dataCorrupted(let context): path = context.codingPath
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    @unknown default: path = []
    }
    return path.map(\.stringValue).joined(separator: ".")
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
    let nested = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    expect((try? JSONValue.parse(nested)) != nil, "reads 512 levels")
    expectError("refuses 513 levels", "") { _ = try JSONValue.parse("[\(nested)]") }

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
    expectError("refuses a fraction", "ts") { _ = try TickEvent.parse(#"{"ts":1.5}"#) }
    expect(try TickEvent.parse(#"{"ts":1.0}"#).ts == 1, "reads 1.0 as an integer")
    expect(try TickEvent.parse(#"{"ts":9223372036854776000}"#).ts == .max, "reads what JavaScript makes of Int.max")
    expect((try? JSONValue.double(.nan).encodedForTest()) == nil, "refuses NaN")
  }

  mutating func keepsFrames() throws {
    let unknown = #"{"type":"ping","n":1e400,"b":[18446744073709551615,null],"a":{"z":1,"y":2}}"#
    let frame = try GatewayFrame.parse(Data(unknown.utf8))
    if case .unknown(let type, let raw) = frame {
      expect(type == "ping" && raw["n"] == .decimal("1e400"), "keeps an unknown frame")
    } else {
      expect(false, "does not know an unknown frame")
    }
    expect(String(decoding: try frame.encoded(), as: UTF8.self) == unknown, "writes an unknown frame as it was")
    expectError("refuses a frame without a type", "type") { _ = try GatewayFrame.parse("{}") }
    expectError("refuses a type that is no string", "type") { _ = try GatewayFrame.parse(#"{"type":1}"#) }
    expectError("refuses a frame that is no object", "") { _ = try GatewayFrame.parse("[]") }
    let newer = try GatewayFrame.parse(#"{"type":"req","id":"1","method":"m","since":9}"#)
    if case .req(let request) = newer {
      expect(request == RequestFrame(id: "1", method: "m"), "drops a key of a newer server from a closed object")
    }
    let absent = try JSONValue.parse(RequestFrame(id: "1", method: "m").encoded())
    let null = try JSONValue.parse(RequestFrame(id: "1", method: "m", params: .null).encoded())
    expect(absent == ["type": "req", "id": "1", "method": "m"], "writes nothing for an absent value")
    expect(null == ["type": "req", "id": "1", "method": "m", "params": nil], "writes null for null")
    expect(try ErrorCode(json: "NEWER") == .unrecognized("NEWER"), "keeps an unknown error code")
  }

  mutating func namesThePlaceOfAnError() {
    expectError("a missing property", "id") { _ = try RequestFrame.parse(#"{"type":"req","method":"m"}"#) }
    expectError("a wrong constant", "type") { _ = try RequestFrame.parse(#"{"type":"res","id":"1","method":"m"}"#) }
    expectError("a wrong type", "stateVersion.health") {
      let text = #"{"type":"event","event":"e","stateVersion":{"presence":1,"health":"x"}}"#
      _ = try GatewayFrame.parse(text)
    }
    expectError("a payload", "payload.ts") {
      _ = try EventFrame.parse(#"{"type":"event","event":"tick","payload":{"ts":true}}"#).decoded()
    }
    expectError("an array", "tags.Index 1") {
      _ = try PresenceEntry.parse(#"{"ts":1,"tags":["a",2]}"#)
    }
  }

  mutating func tiesMethodsToTypes() throws {
    let result = try Client().request(.systemEcho, SystemEchoParams(text: "hi"))
    expect(result.text == "hi" && result.ok, "infers params and result from the method")
    expect(WireMethod<ChatSendParams, ChatSendResult>.chatSend.name == "chat.send", "names the method as on the wire")
    expect(MethodName(rawValue: "chat.send") == .chatSend, "knows the method's name")
    expect(GATEWAY_PROTOCOL_VERSION == 3, "has the version")
  }

  mutating func decodesEvents() throws {
    let tick = try EventFrame.parse(#"{"type":"event","event":"tick","payload":{"ts":5}}"#).decoded()
    if case .tick(let event) = tick { expect(event.ts == 5, "decodes an event") } else { expect(false, "knows tick") }
    let newer = try EventFrame.parse(#"{"type":"event","event":"newer","payload":[1]}"#).decoded()
    expect(newer == .unknown(name: "newer", payload: [1]), "keeps an unknown event")
  }

  mutating func worksWithFoundation() throws {
    let frame = GatewayFrame.event(EventFrame(event: "tick", payload: ["ts": 5], seq: 1))
    let data = try JSONEncoder().encode(frame)
    expect(try JSONDecoder().decode(GatewayFrame.self, from: data) == frame, "goes through Foundation's coders")
    expect(try GatewayFrame.parse(data) == frame, "reads what Foundation writes")
    expectError("Foundation's coding path", "frames.Index 0.id") {
      let text = Data(#"{"frames":[{"type":"req","method":"m"}]}"#.utf8)
      _ = try JSONDecoder().decode([String: [GatewayFrame]].self, from: text)
    }
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
    let tick = TickEvent(ts: 1)
    expect(tick == TickEvent(ts: 1) && tick != TickEvent(ts: 2), "compares models")
    expect(Set([tick, TickEvent(ts: 1), TickEvent(ts: 2)]).count == 2, "hashes models")
  }
}

extension JSONValue {
  func encodedForTest() throws -> [UInt8] { try JSONEncoder().encode(self).map { $0 } }
}
