import Foundation

let hello = try message("hello-ok"), event = try message("event"), chat = try message("chat")
let decoder = JSONDecoder(), encoder = JSONEncoder()

let helloFrame = try decoder.decode(HelloResponse.self, from: hello)
let eventFrame = try decoder.decode(EventFrame.self, from: event)
let chatFrame = try decoder.decode(EventFrame.self, from: chat)
guard let helloValue = helloFrame.payload, case .agent(let agentPayload) = eventFrame.payload,
  case .chat(let chatPayload) = chatFrame.payload
else { fatalError("another message") }

try report([
  ("decode hello-ok", { _ = try decoder.decode(HelloResponse.self, from: hello) }),
  ("decode event", { _ = try decoder.decode(EventFrame.self, from: event) }),
  ("decode chat", { _ = try decoder.decode(EventFrame.self, from: chat) }),
  ("encode hello-ok payload", { _ = try encoder.encode(helloValue) }),
  ("encode event payload", { _ = try encoder.encode(agentPayload) }),
  ("encode chat payload", { _ = try encoder.encode(chatPayload) }),
  ("encode hello-ok frame", { _ = try encoder.encode(helloFrame) }),
  ("encode event frame", { _ = try encoder.encode(eventFrame) }),
  ("encode chat frame", { _ = try encoder.encode(chatFrame) }),
])
