/** Words that Swift reads as something else unless they stand in backticks. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "associatedtype class deinit enum extension fileprivate func import init inout internal let open operator private " +
    "precedencegroup protocol public rethrows static struct subscript typealias var break case catch continue default " +
    "defer do else fallthrough for guard if in repeat return switch throw where while Any as await false is nil self " +
    "Self super throws true try"
  ).split(" "),
);

/** Names that no property can have, in backticks or not: Swift, or every generated model, gives them a meaning. */
export const RESERVED_PROPERTIES: ReadonlySet<string> = new Set(
  "self Self Type Protocol init hashValue encoded isRecognized".split(" "),
);

/** Names that no enum case can have; `none` and `some` would be an optional's own, in silence. */
export const RESERVED_CASES: ReadonlySet<string> = new Set([
  ...RESERVED_PROPERTIES,
  ..."none some unknown unrecognized rawValue allKnownCases parse shape shapeParts fit".split(" "),
]);

/** What the generated runtime declares beside the models. */
export const RUNTIME_TYPES: ReadonlySet<string> = new Set(
  (
    "JSONValue JSONObject JSONKey JSONNull JSONNever JSONTupleReader JSONReader JSONWriter JSONParser Nullable WireBox WireCodable WireModel " +
    "WireEnum WireMethod WireUnion WireShape WireShaped WireField WireTag WireChoice WireFit WireJudge WirePlace"
  ).split(" "),
);

/**
 * Types of the standard library and of Foundation that a declaration of the same name would hide, from the generated
 * file or from every file that imports it.
 */
export const LIBRARY_TYPES: ReadonlySet<string> = new Set(
  (
    "Any AnyClass AnyHashable AnyObject AnySequence Array ArraySlice AsyncSequence AsyncStream Array Bool Character " +
    "Clock ClosedRange CodingKey Codable Collection Comparable Complex ContiguousArray Decodable Decoder " +
    "DecodingError Dictionary Double Duration Encodable Encoder EncodingError Equatable Error ExpressibleByNilLiteral " +
    "Float Hashable Hasher Identifiable Int Int8 Int16 Int32 Int64 Iterator IteratorProtocol KeyPath Mirror Never " +
    "Numeric Optional OptionSet Protocol Range RawRepresentable Result Self Sendable Sequence Set SIMD Slice " +
    "StaticString String Substring Task TaskGroup Type UInt UInt8 UInt16 UInt32 UInt64 UTF8 Unicode Void Zip " +
    "Actor MainActor GlobalActor Regex " +
    "Bundle Calendar Data Date DateComponents DateFormatter DateInterval Decimal Dimension FileHandle FileManager " +
    "Formatter Host IndexPath IndexSet JSONDecoder JSONEncoder JSONSerialization Locale Lock Measurement Notification " +
    "NotificationCenter Operation OperationQueue Pipe Port Process ProcessInfo Progress RunLoop Scanner Stream Thread " +
    "TimeInterval TimeZone Timer URL URLComponents URLRequest URLResponse URLSession UUID Unit UserDefaults UndoManager"
  ).split(" "),
);
