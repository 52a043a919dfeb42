import { compareCodeUnits } from "../support/compare-code-units.js";
import { describeValue } from "../support/describe-value.js";
import { registryDiagnostics } from "./diagnostics.js";
import type { ReadExport } from "./read-export.js";
import type { VersionConstant } from "./registry.js";

/** Reads the protocol's version, which is a whole number. Undefined where it is anything else. */
export function readVersion({ source, name, value, diagnostics }: ReadExport): number | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  const received = describeValue(value);
  diagnostics.report(
    registryDiagnostics.create("invalid-export", { source, name, expected: "a whole number", received }),
  );
  return undefined;
}

/** Finds the other version constants among a registry's exports. For example `MIN_CLIENT_PROTOCOL_VERSION`. */
export function readMinVersions(
  exported: Readonly<Record<string, unknown>>,
  version: string,
): readonly VersionConstant[] {
  return Object.entries(exported)
    .flatMap(([name, value]) => (typeof value === "number" && isMinVersion(name, version) ? [{ name, value }] : []))
    .toSorted((left, right) => compareCodeUnits(left.name, right.name));
}

function isMinVersion(name: string, version: string): boolean {
  return name.endsWith("_PROTOCOL_VERSION") && name !== version;
}
