/// Carries text messages to a gateway and back.
public protocol Transport: Sendable {
  func send(_ text: [UInt8]) async throws
  /// The next message. Throws `TransportClosed` when there will be none.
  func receive() async throws -> [UInt8]
  func close() async
}

/// Why there are no more messages.
public struct TransportClosed: Error, Hashable, Sendable {
  /// As in RFC 6455; nil where the connection broke without a word.
  public let code: Int?
  public let reason: String

  public init(code: Int?, reason: String) {
    self.code = code
    self.reason = reason
  }
}
