/// A request that a client may send, with the types of what goes out and what comes back.
///
/// For example `func request<P, R>(_ method: WireMethod<P, R>, _ params: P) async throws -> R`.
public struct WireMethod<Params: WireCodable, Output: WireCodable>: Hashable, Sendable {
  /// As on the wire.
  public let name: String

  public init(name: String) { self.name = name }
}
