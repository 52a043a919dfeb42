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
  ..."none some unknown unrecognized rawValue allKnownCases parse shape shapeParts fit casesByValue knownCasesByValue".split(
    " ",
  ),
]);

/** Every type that the templates name: the runtime's own, and what it and the models take from Swift. A test greps them. */
export const TEMPLATE_TYPES: ReadonlySet<string> = new Set(
  (
    "Any Array BinaryFloatingPoint Bool CFBooleanGetTypeID CFGetTypeID Character Codable CodingKey " +
    "CustomStringConvertible Darwin Decoder DecodingError Dictionary Double Encoder EncodingError Equatable Error " +
    "ExpressibleByArrayLiteral ExpressibleByBooleanLiteral ExpressibleByDictionaryLiteral " +
    "ExpressibleByExtendedGraphemeClusterLiteral ExpressibleByFloatLiteral ExpressibleByIntegerLiteral " +
    "ExpressibleByNilLiteral ExpressibleByStringLiteral ExpressibleByUnicodeScalarLiteral FixedWidthInteger Float " +
    "Foundation Hashable Hasher Identifiable Int Int64 JSONKey JSONNever JSONNull JSONObject JSONParser JSONReader " +
    "JSONTupleReader JSONValue JSONWriter LocalizedError Mirror NSDecimalNumber NSNull NSNumber Nullable ObjectIdentifier Optional " +
    "RandomAccessCollection Sendable Sequence Set SingleValueDecodingContainer SingleValueEncodingContainer " +
    "StaticString String Substring UInt UInt32 UInt64 UInt8 UTF8 Unicode UnsafeBufferPointer WireBox WireChoice WireCodable " +
    "WireEmptyParams WireEnum WireError WireField WireFit WireJudge WireMethod WireModel WirePlace WireShape " +
    "WireShaped WireTag WireUnion"
  ).split(" "),
);

/** What `Identifiable` calls the type of `id`, inside of every type that conforms to it. */
export const IDENTITY = "ID";

/** Whether a declaration of that name would hide a type that the generated file, or whoever imports it, needs. */
export function isTakenType(name: string): boolean {
  return TEMPLATE_TYPES.has(name) || LIBRARY_TYPES.has(name);
}

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
