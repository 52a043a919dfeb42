/// Any JSON from Swift's own values, beside literals. For example
/// `params["limit"] = JSONValue(limit)`.
extension JSONValue {
  public init(_ value: Bool) { self = .bool(value) }
  public init(_ value: String) { self = .string(value) }
  public init(_ value: Substring) { self = .string(String(value)) }
  public init(_ value: Double) { self = .double(value) }
  public init(_ value: Float) { self = .double(Double(value)) }
  public init(_ values: [JSONValue]) { self = .array(values) }
  public init(_ object: JSONObject) { self = .object(object) }
  /// With sorted keys.
  public init(_ values: [String: JSONValue]) { self = .object(JSONObject(values)) }
  /// Null for `nil`.
  public init(_ value: JSONValue?) { self = value ?? .null }

  /// An integer of any size, exactly.
  public init(_ value: some FixedWidthInteger) {
    if let integer = Int64(exactly: value) {
      self = .integer(integer)
    } else if let integer = UInt64(exactly: value) {
      self = .unsigned(integer)
    } else {
      self = .decimal(String(value))
    }
  }
}
