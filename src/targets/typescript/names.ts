import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Declaration, DeclarationId, Protocol } from "../../ir/types.js";
import { pascalCase } from "./pascal-case.js";
import { typescriptDiagnostics } from "./diagnostics.js";
import { isIdentifier } from "./literals.js";
import { nestedName } from "./nested-name.js";
import { isReservedName } from "./reserved-names.js";

/** The TypeScript name of every declaration. For example `CronJob.schedule` → `CronJobSchedule`. */
export type TypeNames = ReadonlyMap<DeclarationId, string>;

/**
 * Names every declaration: a registered one as it is registered, a nested one after the way that leads to it. Where a
 * name cannot be used or is taken, another one is made and reported; registered names are given out first.
 */
export function nameTypes(protocol: Protocol, diagnostics: DiagnosticCollector): TypeNames {
  const byId = new Map(protocol.declarations.map((declaration) => [declaration.id, declaration]));
  const names = new Map<DeclarationId, string>();
  const taken = new Set<string>();
  const give = (declaration: Declaration, wanted: string, problem: string | undefined): void => {
    const name = free(wanted, taken);
    const reason = problem ?? (name === wanted ? undefined : `another type is called ${wanted}`);
    if (reason !== undefined) {
      diagnostics.report(typescriptDiagnostics.create("renamed", { name, reason }, { path: declaration.source }));
    }
    taken.add(name);
    names.set(declaration.id, name);
  };
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const usable = registered.filter(({ id }) => isUsable(id));
  for (const declaration of usable) give(declaration, declaration.id, undefined);
  for (const declaration of registered.filter(({ id }) => !isUsable(id))) {
    const problem = `${JSON.stringify(declaration.id)} is no name for a TypeScript type`;
    give(declaration, usableName(declaration.id), problem);
  }
  for (const declaration of protocol.declarations) {
    if (declaration.origin !== undefined) give(declaration, nestedName(declaration.origin, names, byId), undefined);
  }
  return names;
}

function isUsable(name: string): boolean {
  return isIdentifier(name) && !isReservedName(name);
}

/** The nearest name that can be used. For example `chat-message` → `ChatMessage`, `string` → `String`, `` → `Type`. */
function usableName(text: string): string {
  const name = pascalCase(text);
  if (isUsable(name)) return name;
  return isIdentifier(`T${name}`) ? `Type${name}` : "Type";
}

/** Counts up from 2 until nothing else has the name. */
function free(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
  return name;
}
