/// What an app wrote against the first version of a protocol. It must compile against the second one as it is.
struct OldClient {
  func send(_ text: String) throws -> [UInt8] {
    let params = SendParams(to: "a", text: text, mode: .quick, where: .here(SendParams.Where.Here(room: 1)))
    let frame = Frame.req(try Request(id: "1", calling: .send, with: params))
    return try frame.encoded()
  }

  func handle(_ frame: Frame) throws -> String {
    switch frame {
    case .req(let request): return request.method
    case .event(let event): return try describe(event.decoded())
    case .unknown(let type, let raw): return "\(type) \(raw)"
    default: return ""
    }
  }

  func describe(_ event: ServerEvent) -> String {
    switch event {
    case .tick(let tick): return "\(tick.ts) \(tick.source?.name ?? "")"
    default: return ""
    }
  }

  func name(_ mode: SendParams.Mode, _ code: ErrorCode) -> String {
    switch mode {
    case .quick, .slow: return mode.rawValue
    case .unrecognized(let value): return value
    default: return code == .unavailable ? "unavailable" : ""
    }
  }

  func rebuild(_ tick: TickEvent) -> TickEvent {
    TickEvent(ts: tick.ts + 1, source: TickEvent.Source(name: "x"), tags: tick.tags)
  }
}
