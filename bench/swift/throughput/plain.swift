// What a careful team writes by hand today: everything typed, synthesised Codable, one pass of JSONDecoder.

enum AnyJSON: Codable, Sendable {
  case null, bool(Bool), integer(Int), double(Double), string(String), array([AnyJSON]), object([String: AnyJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() { self = .null; return }
    if let value = try? container.decode(String.self) { self = .string(value); return }
    if let value = try? container.decode(Int.self) { self = .integer(value); return }
    if let value = try? container.decode(Bool.self) { self = .bool(value); return }
    if let value = try? container.decode([String: AnyJSON].self) { self = .object(value); return }
    if let value = try? container.decode([AnyJSON].self) { self = .array(value); return }
    self = .double(try container.decode(Double.self))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

struct StateVersion: Codable { let presence: Int, health: Int }

struct PresenceEntry: Codable {
  let host: String?, ip: String?, version: String?, mode: String?, lastInputSeconds: Int?, reason: String?
  let tags: [String]?, text: String?, ts: Int, instanceId: String?
}

struct HelloOk: Codable {
  struct Server: Codable { let version: String, commit: String?, host: String?, connId: String }
  struct Features: Codable { let methods: [String], events: [String] }
  struct Snapshot: Codable {
    let presence: [PresenceEntry], health: AnyJSON, stateVersion: StateVersion, uptimeMs: Int
  }
  struct Policy: Codable { let maxPayload: Int, maxBufferedBytes: Int, tickIntervalMs: Int }
  let type: String, `protocol`: Int, server: Server, features: Features, snapshot: Snapshot, policy: Policy
}

struct AgentEvent: Codable { let runId: String, seq: Int, stream: String, ts: Int, data: [String: AnyJSON] }

struct ChatEvent: Codable {
  enum State: String, Codable { case delta, final, error }
  let runId: String, sessionKey: String, seq: Int, state: State, message: AnyJSON?
  let errorMessage: String?, usage: AnyJSON?, stopReason: String?
}

struct HelloResponse: Codable { let type: String, id: String, ok: Bool, payload: HelloOk? }

struct EventFrame: Codable {
  enum Payload { case agent(AgentEvent), chat(ChatEvent) }
  enum CodingKeys: String, CodingKey { case type, event, payload, seq, stateVersion }
  let type: String, event: String, payload: Payload, seq: Int?, stateVersion: StateVersion?

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(String.self, forKey: .type)
    event = try container.decode(String.self, forKey: .event)
    payload =
      event == "chat"
      ? .chat(try container.decode(ChatEvent.self, forKey: .payload))
      : .agent(try container.decode(AgentEvent.self, forKey: .payload))
    seq = try container.decodeIfPresent(Int.self, forKey: .seq)
    stateVersion = try container.decodeIfPresent(StateVersion.self, forKey: .stateVersion)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    try container.encode(event, forKey: .event)
    switch payload {
    case .agent(let value): try container.encode(value, forKey: .payload)
    case .chat(let value): try container.encode(value, forKey: .payload)
    }
    try container.encodeIfPresent(seq, forKey: .seq)
    try container.encodeIfPresent(stateVersion, forKey: .stateVersion)
  }
}
