import type { ProtocolConfig } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { createDiagnosticList } from "../../diagnostics/collector.js";
import type { Registry } from "../../registry/registry.js";
import type { Declaration, Protocol } from "../types.js";
import { createCircles } from "./circles.js";
import { discriminateUnions } from "./discriminate.js";
import { reportEndless } from "./endless.js";
import { findFrames } from "./frames.js";
import { lowerDefinition } from "./lower-schema.js";
import type { Lowering } from "./lowering.js";
import { indexNames } from "./named-schemas.js";
import { toPlainSchemas } from "./plain.js";
import type { PlainSchemas } from "./plain-schemas.js";
import { createDereference } from "../../json-schema/references.js";
import { lowerSurface } from "./surface.js";

/** What the config says of a protocol, as far as its IR is concerned. */
export type LowerOptions = Pick<
  ProtocolConfig,
  "name" | "title" | "id" | "description" | "frames" | "methods" | "events" | "kinds"
>;

function lowerDefinitions(
  plain: PlainSchemas,
  registry: Registry,
  diagnostics: DiagnosticCollector,
): readonly Declaration[] {
  const { definitions, sourceOf } = plain;
  const lowering: Lowering = {
    names: indexNames(plain),
    definitions,
    sourceOf,
    dereference: createDereference(definitions),
    docs: registry.docs,
    diagnostics,
    declarations: new Map(),
    circles: createCircles(),
  };
  for (const [name, schema] of definitions) lowerDefinition(lowering, name, schema);
  return discriminateUnions([...lowering.declarations.values()].filter((declaration) => declaration !== undefined));
}

/**
 * Lowers a registry into the IR. What cannot go on the wire is reported with its schema path; where anything is an
 * error there is no protocol.
 */
export function lower(
  registry: Registry,
  options: LowerOptions,
  diagnostics: DiagnosticCollector,
): Protocol | undefined {
  const found = createDiagnosticList();
  const plain = toPlainSchemas(registry, { kinds: options.kinds, diagnostics: found });
  if (!found.hasErrors) reportEndless(plain, found);
  const declarations = found.hasErrors ? [] : lowerDefinitions(plain, registry, found);
  const surface = lowerSurface(registry, plain, {
    methods: options.methods,
    events: options.events,
    diagnostics: found,
  });
  const frames = found.hasErrors ? undefined : findFrames(declarations, options.frames, found);
  for (const diagnostic of found.diagnostics) diagnostics.report(diagnostic);
  if (found.hasErrors) return undefined;
  const { name, title, id, description } = options;
  const { version, minVersions, errorCodes } = registry;
  return { name, title, id, description, version, minVersions, declarations, frames, ...surface, errorCodes };
}
