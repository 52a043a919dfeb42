/// One frame of RFC 6455, as a server sends it or a client does.
struct WebSocketFrame: Sendable {
  enum Opcode: UInt8, Sendable {
    case continuation = 0
    case text = 1
    case binary = 2
    case close = 8
    case ping = 9
    case pong = 10
  }

  let isFinal: Bool
  let opcode: Opcode
  let payload: [UInt8]

  /// The largest payload that is taken.
  static let maxPayload = 16 * 1024 * 1024

  /// The bytes that a client sends: always masked.
  func masked(with mask: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [(isFinal ? 0x80 : 0) | opcode.rawValue]
    switch payload.count {
    case ..<126: bytes.append(0x80 | UInt8(payload.count))
    case ..<65536: bytes += [0xFE] + bigEndianBytes(UInt16(payload.count))
    default: bytes += [0xFF] + bigEndianBytes(UInt64(payload.count))
    }
    bytes += mask
    for (index, byte) in payload.enumerated() { bytes.append(byte ^ mask[index % 4]) }
    return bytes
  }

  /// Reads the next frame of a server. Throws `TransportClosed` for what no server may send.
  static func read(from source: (Int) throws -> [UInt8]) throws -> WebSocketFrame {
    let head = try source(2)
    guard let opcode = Opcode(rawValue: head[0] & 0x0F), head[0] & 0x70 == 0, head[1] & 0x80 == 0
    else {
      throw TransportClosed(code: 1002, reason: "a frame that breaks the protocol")
    }
    let length =
      switch head[1] {
      case 126: try number(source(2))
      case 127: try number(source(8))
      default: UInt64(head[1])
      }
    guard length <= UInt64(maxPayload) else {
      throw TransportClosed(code: 1009, reason: "a frame too large")
    }
    let payload = length == 0 ? [] : try source(Int(length))
    return WebSocketFrame(isFinal: head[0] & 0x80 != 0, opcode: opcode, payload: payload)
  }

  private static func number(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
