#if canImport(Glibc)
  import Glibc

  /// A TCP connection whose calls block.
  final class PlainSocket: Sendable {
    private let descriptor: Int32

    init(host: String, port: UInt16) throws {
      var hints = addrinfo()
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
      var found: UnsafeMutablePointer<addrinfo>?
      guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found else {
        throw TransportClosed(code: nil, reason: "there is no host \(host)")
      }
      defer { freeaddrinfo(found) }
      let addresses = sequence(first: first) { $0.pointee.ai_next }
      for address in addresses {
        let candidate = socket(
          address.pointee.ai_family, address.pointee.ai_socktype, address.pointee.ai_protocol)
        guard candidate >= 0 else { continue }
        if connect(candidate, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 {
          descriptor = candidate
          return
        }
        _ = Glibc.close(candidate)
      }
      throw TransportClosed(code: nil, reason: "nobody listens at \(host):\(port)")
    }

    deinit { _ = Glibc.close(descriptor) }

    func write(_ bytes: [UInt8]) throws {
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes {
          send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { throw TransportClosed(code: nil, reason: "the connection broke") }
        sent += count
      }
    }

    /// Exactly so many bytes.
    func read(_ count: Int) throws -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: count)
      var filled = 0
      while filled < count {
        let received = bytes[filled...].withUnsafeMutableBytes {
          recv(descriptor, $0.baseAddress, $0.count, 0)
        }
        guard received > 0 else { throw TransportClosed(code: nil, reason: "the connection broke") }
        filled += received
      }
      return bytes
    }

    /// Wakes whoever reads, with an error.
    func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
  }
#endif
