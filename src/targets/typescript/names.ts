import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { Declaration, DeclarationId, Protocol } from "../../ir/types.js";
import { capitalise } from "../../support/capitalise.js";
import { invariant } from "../../support/invariant.js";
import { splitWords } from "../../support/split-words.js";
import { createNameScope } from "../shared/name-scope.js";
import { nestedName, type NestedNaming } from "../shared/nested-name.js";
import { createVariantNames, type VariantLabel } from "../shared/variant-names.js";
import { typescriptDiagnostics } from "./diagnostics.js";
import { isIdentifier } from "./literals.js";

const TYPE_NAMES =
  "any unknown never void null undefined string number boolean bigint symbol object true false this asserts is infer keyof readonly unique typeof";
const KEYWORDS =
  "break case catch class const continue debugger default delete do else enum export extends finally for function if import in instanceof new return super switch throw try var while with implements interface let package private protected public static yield await async of as satisfies type declare namespace module abstract require global";
const RESERVED: ReadonlySet<string> = new Set(`${TYPE_NAMES} ${KEYWORDS}`.split(" "));

/** How what a schema nests is called, after its parent's name. For example the elements of `tags` are `TagsItem`. */
const NESTED: NestedNaming = {
  spell: pascalCase,
  items: (name) => `${name}Item`,
  values: (name) => `${name}Value`,
  value: (name) => `${name}Value`,
};

/** The TypeScript name of every declaration. For example `CronJob.schedule` → `CronJobSchedule`. */
export type TypeNames = ReadonlyMap<DeclarationId, string>;

/**
 * Names every declaration: a registered one as it is registered, a nested one after the way that leads to it. Where a
 * name cannot be used or is taken, another one is made and reported; registered names are given out first.
 */
export function nameTypes(protocol: Protocol, diagnostics: DiagnosticCollector): TypeNames {
  const byId = new Map(protocol.declarations.map((declaration) => [declaration.id, declaration]));
  const spelling = { spell: (label: VariantLabel) => pascalCase(String(label)), key: (name: string) => name };
  const nested = { ...NESTED, variants: createVariantNames(byId, spelling) };
  const names = new Map<DeclarationId, string>();
  const scope = createNameScope([], (name) => name);
  const give = (declaration: Declaration, wanted: string, problem: string | undefined): void => {
    const name = scope.take(wanted);
    const reason = problem ?? (name === wanted ? undefined : `another type is called ${wanted}`);
    if (reason !== undefined) {
      diagnostics.report(typescriptDiagnostics.create("renamed", { name, reason }, { path: declaration.source }));
    }
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
    if (declaration.origin === undefined) continue;
    const parent = byId.get(declaration.origin.parent);
    const parentName = names.get(declaration.origin.parent);
    invariant(
      parent !== undefined && parentName !== undefined,
      `${declaration.origin.parent} is named before what it holds`,
    );
    give(declaration, parentName + nestedName(declaration.origin.steps, parent, nested), undefined);
  }
  return names;
}

/** Whether a declaration can have a name. For example `class` and `2fa` are none. */
export function isUsable(name: string): boolean {
  return isIdentifier(name) && !RESERVED.has(name);
}

/** The nearest name that can be used. For example `chat-message` → `ChatMessage`, `string` → `String`, `` → `Type`. */
function usableName(text: string): string {
  const name = pascalCase(text);
  if (isUsable(name)) return name;
  return isIdentifier(`T${name}`) ? `Type${name}` : "Type";
}

/** The words of a text, each with a capital. For example `next-heartbeat` → `NextHeartbeat`, `agentId` → `AgentId`. */
function pascalCase(text: string): string {
  return splitWords(text).map(capitalise).join("");
}
