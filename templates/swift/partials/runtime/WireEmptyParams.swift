/// Parameters that a call may leave out, since an empty object is valid.
public protocol WireEmptyParams: WireCodable {
  /// What is sent for those that are left out; nil for nothing.
  static var whenLeftOut: JSONValue? { get }
}

extension WireEmptyParams {
  public static var whenLeftOut: JSONValue? { [:] }
}

/// A method that says nothing of its parameters is sent none.
extension JSONValue: WireEmptyParams {
  public static var whenLeftOut: JSONValue? { nil }
}
