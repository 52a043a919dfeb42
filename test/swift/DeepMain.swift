import Foundation

/// Takes one reading, and says whether it ended with a value or with the limit's own words.
func verdict<Value>(_ read: () throws -> Value) -> String {
  do {
    _ = try read()
    return "valid"
  } catch {
    let text = "\(error)"
    if text.contains("must not be nested deeper than 128") { return "too deep" }
    return text.contains("The given data was not valid JSON") ? "no JSON" : text
  }
}

/// Everything that can be done with what nests in itself.
func all<Model: WireModel>(_ type: Model.Type, _ text: String) -> [String] {
  let value = try? Model.parse(text)
  return [
    verdict { try Model.parse(text) },
    verdict { try JSONDecoder().decode(type, from: Data(text.utf8)) },
    verdict { try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) },
    value.map { same in
      "\(same == same) \(Set([same]).count) \((try? same.encoded())?.count == text.utf8.count)"
    } ?? "none",
    value.map { model in verdict { try JSONEncoder().encode(model) } } ?? "none",
    value.map { model in verdict { try JSONValue(encoding: model) } } ?? "none",
    (try? JSONValue.parse(text)).map { same in
      "\(same.description.utf8.count == text.utf8.count) \(same == same)"
    } ?? "none",
  ]
}

/// Text in `levels` objects or arrays, of which `before` and `after` are one.
func nest(_ levels: Int, _ before: String, _ after: String, _ inner: String) -> String {
  String(repeating: before, count: levels) + inner + String(repeating: after, count: levels)
}

func report() {
  for levels in [126, 200, 20_000] {
    print("Node", levels, all(Node.self, nest(levels, #"{"v":1,"next":"#, "}", #"{"v":1}"#)))
    print("Kids", levels, all(Node.self, nest(levels / 2, #"{"v":1,"kids":["#, "]}", #"{"v":1}"#)))
    print("Map", levels, all(Node.self, nest(levels / 2, #"{"v":1,"map":{"a":"#, "}}", #"{"v":1}"#)))
    print("A", levels, all(A.self, nest(levels / 2, #"{"b":{"a":"#, "}}", #"{"b":{"a":"x"}}"#)))
    print("Expr", levels, all(Expr.self, nest(levels, #"{"k":"neg","e":"#, "}", #"{"k":"lit","v":1}"#)))
    print("Json", levels, all(JsonValue.self, nest(levels, "[", "]", "1")))
    print("Objects", levels, all(JsonValue.self, nest(levels, #"{"a":"#, "}", "1")))
  }
  // What a program builds itself is refused when it is written.
  var built = JSONValue.null
  for _ in 0..<300 { built = ["a": built] }
  print("built", verdict { try JSONValue(encoding: built) })
}

/// The stack that the system gives to all threads but the first.
let thread = Thread {
  report()
  exit(0)
}
thread.stackSize = 512 << 10
thread.start()
while true { sleep(1) }
