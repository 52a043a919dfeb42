import GatewayProtocol

/// Why a request has no result.
public enum GatewayFailure: Error, Sendable {
  /// The gateway said so.
  case refused(ErrorShape)
  /// The connection ended before the answer.
  case lost(TransportClosed)
}
