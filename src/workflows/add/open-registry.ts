import { Node, type ObjectLiteralExpression } from "ts-morph";
import type { ProtocolConfig } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import { resolveSource } from "../../registry/resolve-source.js";
import { openRegistrySource } from "../../rules/lint/source/open-registry-source.js";
import type { RegistrySource } from "../../rules/lint/source/registry-source.js";
import { addDiagnostics } from "./diagnostics.js";
import { type OperationTable, operationTable } from "./operation-table.js";
import type { OperationKind } from "./schema-names.js";

/** Where something is added. */
export interface AddRequest {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly protocol: ProtocolConfig;
  readonly diagnostics: DiagnosticCollector;
}

/** A registry's source, with the two places that every method or event is listed in. */
export interface OpenRegistry {
  readonly source: RegistrySource;
  /** The object of schemas. */
  readonly registry: ObjectLiteralExpression;
  readonly table: OperationTable;
}

/** Opens a registry to add to it; undefined, with the reason reported, where it is of a kind that cannot be added to. */
export async function openRegistry(kind: OperationKind, request: AddRequest): Promise<OpenRegistry | undefined> {
  const { root, protocol } = request;
  const resolved = await resolveSource(root, protocol.source);
  if (resolved.kind !== "file") return refuse(request, "there is no such file");
  if (resolved.isPackage) return refuse(request, "it belongs to a package");
  if (!/\.[mc]?[jt]s$/u.test(resolved.file)) return refuse(request, "it is no module");
  const source = openRegistrySource({ root, file: resolved.file, protocol });
  const { registry } = source;
  if (!Node.isObjectLiteralExpression(registry))
    return refuse(request, `${protocol.exports.schemas} is no object literal`);
  const exported = kind === "method" ? protocol.exports.methods : protocol.exports.events;
  const table = operationTable(source, exported);
  if (table === undefined) return refuse(request, `${exported} is neither an object nor a list of names`);
  return { source, registry, table };
}

/** Reports why a registry cannot be added to. */
export function refuse({ protocol, diagnostics }: AddRequest, reason: string): undefined {
  diagnostics.report(addDiagnostics.create("unsupported-registry", { source: protocol.source, reason }));
  return undefined;
}
