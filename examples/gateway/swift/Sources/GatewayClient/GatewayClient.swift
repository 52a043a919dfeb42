import Foundation
import GatewayProtocol

/// A client of the gateway, on one connection.
public actor GatewayClient {
  /// The gateway's answer to `connect`.
  public nonisolated let hello: HelloOk
  /// What the gateway pushes, in order. It ends with the connection.
  public nonisolated let incoming: AsyncStream<Incoming>

  private let transport: any Transport
  private let pushed: AsyncStream<Incoming>.Continuation
  private var waiting: [String: CheckedContinuation<ResponseFrame, any Error>] = [:]
  private var end: TransportClosed?
  private var requests = 0

  /// Connects to a gateway and shakes hands. Throws `GatewayFailure.refused` where the gateway does not want this client.
  public static func connect(
    to url: URL,
    as client: ConnectParams.Client,
    token: String? = nil
  ) async throws -> GatewayClient {
    let transport = try await connectTransport(to: url)
    let params = ConnectParams(
      minProtocol: GATEWAY_PROTOCOL_VERSION,
      maxProtocol: GATEWAY_PROTOCOL_VERSION,
      client: client,
      auth: token.map { ConnectParams.Auth(token: $0) }
    )
    let request = try RequestFrame(id: "connect", calling: .connect, with: params)
    try await transport.send(GatewayFrame.req(request).encoded())
    while true {
      guard case .res(let response) = try GatewayFrame.parse(await transport.receive()),
        response.id == "connect"
      else { continue }
      guard response.ok else {
        await transport.close()
        throw GatewayFailure.refused(
          response.error ?? ErrorShape(code: "UNAVAILABLE", message: "refused"))
      }
      let client = try GatewayClient(hello: response.result(of: .connect), transport: transport)
      await client.start()
      return client
    }
  }

  private init(hello: HelloOk, transport: any Transport) {
    self.hello = hello
    self.transport = transport
    (incoming, pushed) = AsyncStream.makeStream()
  }

  /// Calls a method. For example `try await client.request(.systemEcho, SystemEchoParams(text: "hi"))`.
  public func request<Params, Output>(
    _ method: WireMethod<Params, Output>,
    _ params: Params
  ) async throws -> Output {
    if let end { throw GatewayFailure.lost(end) }
    requests += 1
    let id = "r\(requests)"
    let text = try GatewayFrame.req(RequestFrame(id: id, calling: method, with: params)).encoded()
    let response = try await withCheckedThrowingContinuation { continuation in
      waiting[id] = continuation
      Task { await send(text, for: id) }
    }
    if response.ok { return try response.result(of: method) }
    throw GatewayFailure.refused(
      response.error ?? ErrorShape(code: "UNAVAILABLE", message: "refused"))
  }

  public func close() async {
    await transport.close()
  }

  private func send(_ text: [UInt8], for id: String) async {
    do {
      try await transport.send(text)
    } catch {
      waiting.removeValue(forKey: id)?.resume(throwing: error)
    }
  }

  private func start() {
    Task { [weak self, transport] in
      do {
        while true {
          let message = try await transport.receive()
          guard let self else { return }
          await self.take(message)
        }
      } catch {
        let closed = error as? TransportClosed ?? TransportClosed(code: nil, reason: "\(error)")
        await self?.finish(closed)
      }
    }
  }

  private func take(_ message: [UInt8]) {
    do {
      switch try GatewayFrame.parse(message) {
      case .res(let response): waiting.removeValue(forKey: response.id)?.resume(returning: response)
      case .event(let event): pushed.yield(.event(try event.decoded(), event))
      case .unknown(let type, let raw): pushed.yield(.unknownFrame(type: type, raw: raw))
      case .req: pushed.yield(.invalid("gateways send no requests"))
      }
    } catch {
      pushed.yield(.invalid("\(error)"))
    }
  }

  private func finish(_ closed: TransportClosed) {
    end = closed
    for continuation in waiting.values {
      continuation.resume(throwing: GatewayFailure.lost(closed))
    }
    waiting = [:]
    pushed.finish()
  }
}
