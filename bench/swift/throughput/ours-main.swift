import Foundation

let hello = try message("hello-ok"), event = try message("event"), chat = try message("chat")

func readHello() throws -> HelloOk {
  guard case .res(let response) = try GatewayFrame.parse(hello) else { fatalError("no response") }
  return try (response.payload ?? .null).decode(as: HelloOk.self)
}

func readEvent(_ bytes: Data) throws -> (EventFrame, ServerEvent) {
  guard case .event(let frame) = try GatewayFrame.parse(bytes) else { fatalError("no event") }
  return (frame, try frame.decoded())
}

func payload(_ event: ServerEvent) -> any WireModel {
  switch event {
  case .agent(let value): value
  case .chat(let value): value
  default: fatalError("another event")
  }
}

let helloValue = try readHello()
let (eventFrame, eventValue) = try readEvent(event)
let (chatFrame, chatValue) = try readEvent(chat)
let helloFrame = try GatewayFrame.parse(hello)
guard case .agent(let agentPayload) = eventValue, case .chat(let chatPayload) = chatValue else { fatalError() }

try report([
  ("decode hello-ok", { _ = try readHello() }),
  ("decode event", { _ = try readEvent(event) }),
  ("decode chat", { _ = try readEvent(chat) }),
  ("encode hello-ok payload", { _ = try helloValue.encoded() }),
  ("encode event payload", { _ = try agentPayload.encoded() }),
  ("encode chat payload", { _ = try chatPayload.encoded() }),
  ("encode hello-ok frame", { _ = try helloFrame.encoded() }),
  ("encode event frame", { _ = try eventFrame.encoded() }),
  ("encode chat frame", { _ = try chatFrame.encoded() }),
])
