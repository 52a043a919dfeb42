import Foundation

let hello = try message("hello-ok"), event = try message("event"), chat = try message("chat")
let decoder = JSONDecoder(), encoder = JSONEncoder()

/// As the applications do: the payload was read as any JSON, is written again, and read as what it is.
func payload<Payload: Decodable>(_ type: Payload.Type, of value: AnyCodable?) throws -> Payload {
  try decoder.decode(type, from: encoder.encode(value))
}

func readHello() throws -> HelloOk {
  guard case .res(let response) = try decoder.decode(GatewayFrame.self, from: hello) else { fatalError() }
  return try payload(HelloOk.self, of: response.payload)
}

func readEvent<Payload: Decodable>(_ type: Payload.Type, _ data: Data) throws -> Payload {
  guard case .event(let frame) = try decoder.decode(GatewayFrame.self, from: data) else { fatalError() }
  return try payload(type, of: frame.payload)
}

let helloFrame = try decoder.decode(GatewayFrame.self, from: hello)
let eventFrame = try decoder.decode(GatewayFrame.self, from: event)
let chatFrame = try decoder.decode(GatewayFrame.self, from: chat)
let helloValue = try readHello()
let agentPayload = try readEvent(AgentEvent.self, event)
let chatPayload = try readEvent(ChatEvent.self, chat)

try report([
  ("decode hello-ok", { _ = try readHello() }),
  ("decode event", { _ = try readEvent(AgentEvent.self, event) }),
  ("decode chat", { _ = try readEvent(ChatEvent.self, chat) }),
  ("encode hello-ok payload", { _ = try encoder.encode(helloValue) }),
  ("encode event payload", { _ = try encoder.encode(agentPayload) }),
  ("encode chat payload", { _ = try encoder.encode(chatPayload) }),
  ("encode hello-ok frame", { _ = try encoder.encode(helloFrame) }),
  ("encode event frame", { _ = try encoder.encode(eventFrame) }),
  ("encode chat frame", { _ = try encoder.encode(chatFrame) }),
])
