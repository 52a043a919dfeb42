import type { ProtocolNames } from "../../config/config.js";
import type { DiagnosticCollector } from "../../diagnostics/collector.js";
import type { NameScope } from "../shared/name-scope.js";
import { swiftDiagnostics } from "./diagnostics.js";
import { isTakenType, KEYWORDS } from "./reserved-names.js";

/** How what is the protocol's own gets its names on the module's top level. */
export interface ProtocolNaming {
  /** What the config says. */
  readonly names: ProtocolNames;
  readonly topLevel: NameScope;
  readonly diagnostics: DiagnosticCollector;
}

/** What the models call something else, whatever the protocol is. */
const OWN: ReadonlySet<string> = new Set(["MethodName", "EventName", "ServerEvent"]);

/**
 * Takes a name of the module's top level for what is the protocol's own. Where the config has chosen it and it cannot be
 * had, that is reported; what the config does not name gets the next free one.
 */
export function takeProtocolName(
  name: string,
  setting: keyof ProtocolNames,
  { names, topLevel, diagnostics }: ProtocolNaming,
): string {
  const taken = topLevel.take(name);
  if (names[setting] === undefined) return taken;
  const isSwifts = KEYWORDS.has(name) || isTakenType(name);
  const reason = isSwifts ? "Swift or the runtime has it" : "something else of the models has it";
  if (isSwifts || OWN.has(name) || taken !== name) {
    diagnostics.report(swiftDiagnostics.create("bad-name", { setting, name, reason }));
  }
  return taken;
}
