import Foundation
import GatewayClient
import GatewayProtocol

/// Connects, calls a few methods, and says what comes in until the next tick. The first one comes right behind the
/// greeting.
/// For example `gateway-demo ws://127.0.0.1:18789`.
@main
struct Demo {
  static func main() async {
    let address = CommandLine.arguments.dropFirst().first ?? "ws://127.0.0.1:18789"
    guard let url = URL(string: address) else { return print("no address: \(address)") }
    do {
      try await talk(to: url)
    } catch GatewayFailure.refused(let error) {
      print("refused: \(error.code): \(error.message)")
    } catch {
      print("failed: \(error)")
    }
  }

  private static func talk(to url: URL) async throws {
    let me = ConnectParams.Client(
      id: "gateway-demo", version: "1.0.0", platform: "swift", mode: "cli")
    let token = ProcessInfo.processInfo.environment["GATEWAY_TOKEN"]
    let client = try await GatewayClient.connect(to: url, as: me, token: token)
    print("hello: protocol \(client.hello.protocol)")

    let health = try await client.request(.health, HealthParams())
    print("health: \(health.ok)")
    let echo = try await client.request(.systemEcho, SystemEchoParams(text: "hi from Swift"))
    print("echo: \(echo.text)")
    let key = UUID().uuidString
    let chat = try await client.request(
      .chatSend, ChatSendParams(sessionKey: "main", message: "hello", idempotencyKey: key))
    print("chat: \(chat.status.rawValue)\(chat.status.isRecognized ? "" : " (not known)")")

    var ticks = 0
    for await message in client.incoming {
      switch message {
      case .event(.tick(let tick), _):
        print("tick: \(tick.ts > 0)")
        ticks += 1
        if ticks == 2 { return await client.close() }
      case .event(.unknown(let name, _), _): print("event: \(name) (not known)")
      case .event(_, let frame): print("event: \(frame.event)")
      case .unknownFrame(let type, _): print("frame: \(type) (not known)")
      case .invalid(let reason): print("invalid: \(reason)")
      }
    }
  }
}
