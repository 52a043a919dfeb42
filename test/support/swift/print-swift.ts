import { createDiagnosticList } from "../../../src/diagnostics/collector.js";
import type { Protocol } from "../../../src/ir/types.js";
import { createRenderer } from "../../../src/render/renderer.js";
import { swift } from "../../../src/targets/swift/index.js";
import type { TargetOptions } from "../../../src/targets/target.js";
import type { SwiftSources } from "./build-executable.js";

/** The Swift models of a protocol by file name; a single file is `Models.swift`. */
export function printSwift(protocol: Protocol, options: TargetOptions = {}): SwiftSources {
  const renderer = createRenderer();
  const { units } = swift.translate(protocol, { options, diagnostics: createDiagnosticList() });
  return Object.fromEntries(units.map((unit) => [unit.path || "Models.swift", renderer.render(swift.name, unit)]));
}
