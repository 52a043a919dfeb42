import GatewayProtocol

/// What a gateway pushes.
public enum Incoming: Sendable {
  /// An event; one that this version does not know is `ServerEvent.unknown`.
  case event(ServerEvent, EventFrame)
  /// A frame of a type that this version does not know, whole.
  case unknownFrame(type: String, raw: JSONValue)
  /// A message that is no frame, or an event whose payload is not what the protocol says.
  case invalid(String)
}
