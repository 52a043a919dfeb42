import Foundation

/// A client as an app would write it.
struct Client {
  func request<Params, Output>(_ method: WireMethod<Params, Output>, _ params: Params) throws -> Output {
    let frame = try RequestFrame(id: "1", calling: method, with: params)
    let echoed = frame.params?["text"] ?? .null
    let response = ResponseFrame(id: frame.id, ok: true, payload: ["ok": true, "text": echoed])
    return try response.result(of: method)
  }
}

extension Checks {
  mutating func checkModels() throws {
    try keepsFrames()
    namesThePlaceOfAnError()
    try tiesMethodsToTypes()
    try decodesEvents()
    try worksWithFoundation()
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
  }
}
