// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "gateway-client",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [.library(name: "GatewayClient", targets: ["GatewayClient"])],
  targets: [
    // A link to the generated file: nothing is copied, nothing can be out of date.
    .target(name: "GatewayProtocol"),
    .target(name: "GatewayClient", dependencies: ["GatewayProtocol"]),
    .executableTarget(name: "gateway-demo", dependencies: ["GatewayClient", "GatewayProtocol"]),
  ]
)
