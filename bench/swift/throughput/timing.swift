import Foundation

/// The least time of one call in microseconds, over runs of about ten milliseconds each.
func measure(_ body: () throws -> Void) throws -> Double {
  var count = 1
  while try seconds(count, body) < 0.01 { count *= 2 }
  var best = Double.infinity
  for _ in 0..<25 { best = min(best, try seconds(count, body) / Double(count)) }
  return best * 1_000_000
}

private func seconds(_ count: Int, _ body: () throws -> Void) throws -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  for _ in 0..<count { try body() }
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1_000_000_000
}

func report(_ results: [(String, () throws -> Void)]) throws {
  for (name, body) in results { print(name, try measure(body)) }
}

/// One of the messages beside the program.
func message(_ name: String) throws -> Data {
  try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1] + "/" + name + ".json"))
}
