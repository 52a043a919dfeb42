import Foundation

/// Opens a WebSocket: the system's own on Apple's platforms, a small one over a plain socket elsewhere.
public func connectTransport(to url: URL) async throws -> any Transport {
  #if canImport(Darwin)
    return URLSessionTransport(url: url)
  #else
    guard url.scheme == "ws", let host = url.host else {
      throw TransportClosed(code: nil, reason: "only ws:// is spoken here")
    }
    return try await SocketTransport.connect(host: host, port: UInt16(url.port ?? 80))
  #endif
}
