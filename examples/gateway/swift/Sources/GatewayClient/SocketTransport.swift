#if canImport(Glibc)
  import Dispatch

  /// A WebSocket over a plain TCP socket: what RFC 6455 asks of a client, without TLS, proxies and extensions.
  public final class SocketTransport: Transport {
    private let socket: PlainSocket
    private let messages: AsyncThrowingStream<[UInt8], any Error>
    private let writing = DispatchQueue(label: "gateway.socket.write")

    /// Connects and upgrades.
    public static func connect(host: String, port: UInt16) async throws -> SocketTransport {
      try await onThread {
        let socket = try PlainSocket(host: host, port: port)
        try upgrade(socket, host: host, port: port)
        return SocketTransport(socket)
      }
    }

    private init(_ socket: PlainSocket) {
      self.socket = socket
      let (stream, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
      messages = stream
      let writing = writing
      DispatchQueue(label: "gateway.socket.read").async {
        do {
          while true { continuation.yield(try SocketTransport.nextMessage(socket, writing)) }
        } catch {
          continuation.finish(throwing: error)
        }
      }
    }

    deinit { socket.shutDown() }

    public func send(_ text: [UInt8]) async throws {
      let (socket, writing) = (socket, writing)
      try await onThread {
        try writing.sync { try SocketTransport.write(.text, text, to: socket) }
      }
    }

    public func receive() async throws -> [UInt8] {
      for try await message in messages { return message }
      throw TransportClosed(code: nil, reason: "closed")
    }

    public func close() async {
      let (socket, writing) = (socket, writing)
      try? await onThread {
        try writing.sync {
          try SocketTransport.write(.close, bigEndianBytes(UInt16(1000)), to: socket)
        }
      }
      socket.shutDown()
    }

    /// The next whole message. Pings are answered on the way.
    private static func nextMessage(_ socket: PlainSocket, _ writing: DispatchQueue) throws
      -> [UInt8]
    {
      var message: [UInt8] = []
      while true {
        let frame = try WebSocketFrame.read(from: socket.read)
        switch frame.opcode {
        case .text, .binary, .continuation:
          message += frame.payload
          guard message.count <= WebSocketFrame.maxPayload else {
            throw TransportClosed(code: 1009, reason: "a message too large")
          }
          if frame.isFinal { return message }
        case .ping:
          try writing.sync { try write(.pong, frame.payload, to: socket) }
        case .pong:
          continue
        case .close:
          try? writing.sync { try write(.close, Array(frame.payload.prefix(2)), to: socket) }
          let code =
            frame.payload.count < 2 ? nil : Int(frame.payload[0]) << 8 | Int(frame.payload[1])
          throw TransportClosed(
            code: code, reason: String(decoding: frame.payload.dropFirst(2), as: UTF8.self))
        }
      }
    }

    private static func write(
      _ opcode: WebSocketFrame.Opcode, _ payload: [UInt8], to socket: PlainSocket
    ) throws {
      let mask = randomBytes(4)
      try socket.write(
        WebSocketFrame(isFinal: true, opcode: opcode, payload: payload).masked(with: mask))
    }
  }

  /// Runs what blocks where nobody else waits for the thread.
  private func onThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
  }
#endif
