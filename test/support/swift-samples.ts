import { createDiagnosticList } from "../../src/diagnostics/collector.js";
import type { Protocol } from "../../src/ir/types.js";
import { createRenderer } from "../../src/render/renderer.js";
import { swift } from "../../src/targets/swift/index.js";
import type { RenderUnit, TargetOptions } from "../../src/targets/target.js";

/** One file that the Swift target makes. */
export interface PrintedSwift extends RenderUnit {
  readonly text: string;
}

const renderer = createRenderer();

/** Translates and prints a protocol. */
export function printSwift(protocol: Protocol, options: TargetOptions = {}): readonly PrintedSwift[] {
  const { units } = swift.translate(protocol, { options, diagnostics: createDiagnosticList() });
  return units.map((unit) => ({ ...unit, text: renderer.render(swift.name, unit) }));
}

/** The same without the runtime, which is the same everywhere. */
export function printModels(protocol: Protocol, options: TargetOptions = {}): readonly PrintedSwift[] {
  const { units } = swift.translate(protocol, { options, diagnostics: createDiagnosticList() });
  return units.map((unit) => {
    const bare = { ...unit, view: { ...unit.view, runtime: false } };
    return { ...bare, text: renderer.render(swift.name, bare) };
  });
}
