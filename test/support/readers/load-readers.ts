import { createDiagnosticList } from "../../../src/diagnostics/collector.js";
import type { DeclarationId, Protocol } from "../../../src/ir/types.js";
import { nameTypes } from "../../../src/targets/typescript/names.js";
import { importModule, writeJavascript } from "../import-typescript.js";
import { printProtocol } from "../typescript-samples.js";

/** Something that a reader did not know. */
export interface UnknownPart {
  readonly path: string;
  readonly kind: string;
  readonly received: unknown;
}

/** What a generated reader says of a value. */
export type Reading =
  | { readonly ok: true; readonly value: unknown; readonly unknown: readonly UnknownPart[] }
  | { readonly ok: false; readonly errors: readonly { readonly instancePath: string; readonly schemaPath: string }[] };

export type Reader = (value: unknown) => Reading;

/** Generates and imports the readers of a protocol: one for each registered definition. */
export async function loadReaders(protocol: Protocol, folder: string): Promise<ReadonlyMap<DeclarationId, Reader>> {
  const names = nameTypes(protocol, createDiagnosticList());
  const module = await importModule(writeJavascript(printProtocol(protocol), folder), "readers.js");
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  return new Map(registered.map(({ id }) => [id, readerOf(module[`read${names.get(id) ?? id}`])]));
}

function readerOf(found: unknown): Reader {
  if (typeof found !== "function") throw new Error("the module lacks a reader");
  return (value) => Object(found(value));
}
