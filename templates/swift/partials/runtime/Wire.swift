/// What can be read from JSON and written as JSON.
public protocol WireCodable: Sendable {
  init(json: JSONValue) throws
  func write(to writer: inout JSONWriter)
  /// How well the type suits a value, where a union has to choose.
  static func fit(_ json: JSONValue, _ judge: inout WireJudge) -> WireFit
}

extension WireCodable {
  /// Reads JSON text from UTF-8 bytes: `Data`, `[UInt8]`. Throws `WireError`, which says where.
  public static func parse(_ bytes: some Sequence<UInt8>) throws -> Self {
    try Self(json: JSONValue.parse(bytes))
  }

  /// Reads JSON text.
  public static func parse(_ text: String) throws -> Self {
    try Self(json: JSONValue.parse(text))
  }

  /// JSON text as UTF-8 bytes. Throws `EncodingError` if a number is infinite or NaN.
  public func encoded() throws -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return try writer.finish()
  }
}

/// A generated model. Everything but reading and writing JSON is implemented once, here.
public protocol WireModel: WireCodable, Codable, Hashable {}

extension WireModel {
  public init(from decoder: any Decoder) throws {
    let json = try JSONValue(from: decoder)
    do {
      try self.init(json: json)
    } catch let error as WireError {
      throw error.decodingError(at: decoder.codingPath)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    try JSONValue(encoding: self).encode(to: encoder)
  }

  /// Two models are equal if their parts are: whatever the order of keys in any JSON, the way in
  /// which a number is written, or the Unicode form of a text.
  public static func == (left: Self, right: Self) -> Bool {
    let (left, right) = (JSONWriter(comparing: left), JSONWriter(comparing: right))
    return left.bytes == right.bytes && left.texts == right.texts
  }

  public func hash(into hasher: inout Hasher) {
    let written = JSONWriter(comparing: self)
    written.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(written.texts)
  }
}

/// One of several types.
public protocol WireUnion: WireModel {
  /// Whether this version knows the variant, rather than keeping it for a newer one.
  var isRecognized: Bool { get }
}

/// A set of constants.
public protocol WireEnum: WireModel {
  associatedtype RawValue: WireCodable & Hashable
  /// The values that this version knows, in the schema's order.
  static var allKnownCases: [Self] { get }
  init?(rawValue: RawValue)
  var rawValue: RawValue { get }
}

extension WireEnum {
  public init(json: JSONValue) throws {
    guard let value = Self(rawValue: try RawValue(json: json)) else {
      throw WireError.mismatch("one of \(Self.allKnownCases.map(\.rawValue))", json)
    }
    self = value
  }

  /// The cases by value, where they are too many for a `switch` that compiles quickly.
  static func knownCasesByValue() -> [RawValue: Self] {
    Dictionary(allKnownCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }
  public var isRecognized: Bool { Self.allKnownCases.contains(self) }
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
