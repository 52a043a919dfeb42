import Foundation

#if canImport(Glibc)
  private let maxHead = 16 * 1024

  /// Turns a fresh connection into a WebSocket. Throws `TransportClosed` where the other side does not.
  func upgrade(_ socket: PlainSocket, host: String, port: UInt16) throws {
    let key = Data(randomBytes(16)).base64EncodedString()
    let request = [
      "GET / HTTP/1.1",
      "Host: \(host):\(port)",
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Key: \(key)",
      "Sec-WebSocket-Version: 13",
      "\r\n",
    ]
    try socket.write(Array(request.joined(separator: "\r\n").utf8))
    let lines = try readHead(socket).components(separatedBy: "\r\n")
    let proof = Data(sha1(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)))
      .base64EncodedString()
    let isProved = lines.contains { line in
      let parts = line.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return parts.count == 2 && parts[0].lowercased() == "sec-websocket-accept"
        && parts[1] == proof
    }
    guard lines[0].hasPrefix("HTTP/1.1 101 "), isProved else {
      throw TransportClosed(code: nil, reason: "no WebSocket: \(lines[0])")
    }
  }

  private func readHead(_ socket: PlainSocket) throws -> String {
    var bytes: [UInt8] = []
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard bytes.count < maxHead else {
        throw TransportClosed(code: nil, reason: "no WebSocket: an endless answer")
      }
      bytes += try socket.read(1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
#endif
