import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../src/diagnostics/collector.js";
import { lower } from "../src/ir/lower/lower.js";
import type { Registry } from "../src/registry/registry.js";
import { evolvingRegistry } from "./support/evolving-registry.js";
import { sampleProtocol } from "./support/sample-protocol.js";
import { findSwift, swiftFolder } from "./support/swift.js";
import { printSwift } from "./support/swift-samples.js";

const CLIENT = fileURLToPath(new URL("swift/OldClient.swift", import.meta.url));
const swift = findSwift();

/** What the compiler says to the old client beside the models of a registry. */
function compileClient(registry: Registry, name: string): string {
  const protocol = lower(registry, sampleProtocol({}), createDiagnosticList());
  if (protocol === undefined) throw new Error("the registry was refused");
  const folder = swiftFolder(`swift-client-${name}`);
  writeFileSync(join(folder, "Models.swift"), printSwift(protocol)[0]?.text ?? "");
  copyFileSync(CLIENT, join(folder, "OldClient.swift"));
  const args = ["-swift-version", "6", "-typecheck", "-parse-as-library", "Models.swift", "OldClient.swift"];
  return swift?.run("swiftc", args, folder).stderr ?? "no compiler";
}

describe.skipIf(swift === undefined)("a client of the previous version", () => {
  it("compiles against that version", () => {
    expect(compileClient(evolvingRegistry("previous"), "previous")).not.toContain("error:");
  });

  it("compiles after properties, enum values, variants, frames, methods, events and definitions were added", () => {
    expect(compileClient(evolvingRegistry("current"), "current")).not.toContain("error:");
  });

  it("does not compile once a property is gone", () => {
    const { schemas, ...registry } = evolvingRegistry("previous");
    const fewer = new Map([...schemas].filter(([name]) => name !== "TickEvent"));
    expect(compileClient({ ...registry, schemas: fewer }, "fewer")).toContain("error:");
  });
});
