/// Counts what is looked at, and prints what does not hold.
struct Checks {
  var count = 0

  mutating func expect(_ holds: Bool, _ what: String) {
    count += 1
    if !holds { print("does not hold: \(what)") }
  }

  mutating func expectError(_ what: String, _ path: String, _ body: () throws -> Void) {
    count += 1
    do {
      try body()
      print("no error: \(what)")
    } catch let error as WireError {
      let found = error.path.map(\.stringValue).joined(separator: ".")
      if found != path { print("\(what): error at \(found) instead of \(path)") }
    } catch let error as DecodingError {
      let found = Self.path(of: error)
      if found != path { print("\(what): error at \(found) instead of \(path)") }
    } catch {
      print("\(what): \(error)")
    }
  }

  static func path(of error: DecodingError) -> String {
    let path: [any CodingKey]
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context): path = context.codingPath
    case .dataCorrupted(let context): path = context.codingPath
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    @unknown default: path = []
    }
    return path.map(\.stringValue).joined(separator: ".")
  }
}
