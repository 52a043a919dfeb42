import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A WebSocket of the system's own. The Foundation of Linux has the type too, but its library often cannot speak
/// the protocol: see `connectTransport`.
public struct URLSessionTransport: Transport {
  private let task: URLSessionWebSocketTask

  public init(url: URL) {
    task = URLSession.shared.webSocketTask(with: url)
    task.resume()
  }

  public func send(_ text: [UInt8]) async throws {
    try await task.send(.string(String(decoding: text, as: UTF8.self)))
  }

  public func receive() async throws -> [UInt8] {
    do {
      switch try await task.receive() {
      case .string(let text): return Array(text.utf8)
      case .data(let data): return Array(data)
      @unknown default: throw TransportClosed(code: nil, reason: "a message of an unknown kind")
      }
    } catch let error where task.closeCode != .invalid {
      let reason = task.closeReason.map { String(decoding: $0, as: UTF8.self) }
      throw TransportClosed(code: task.closeCode.rawValue, reason: reason ?? "\(error)")
    }
  }

  public func close() async {
    task.cancel(with: .normalClosure, reason: nil)
  }
}
