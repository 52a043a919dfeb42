import type { Event, Method } from "../../ir/types.js";
import type { LintFinding, ProtocolRule } from "./lint-rule.js";

/** A client asks this before it uses a method. Where some say it, one that does not looks as old as the protocol. */
export const sinceDeclared: ProtocolRule = {
  id: "since-declared",
  purpose: "Checks that every method and event says the version that brought it, where others do.",
  category: "convention",
  default: "warn",
  reads: "protocol",
  check: ({ protocol, source }) => {
    const missing = [...missingSince(protocol.methods), ...missingSince(protocol.events)];
    return missing.map(({ name }): LintFinding => {
      const listed = source?.listed(name);
      const place = listed === undefined || source === undefined ? {} : { location: source.locationOf(listed) };
      const help = "Add `since` with the version of the protocol that brought it.";
      return { path: name, ...place, message: `${name} does not say since when it is there`, help };
    });
  },
};

function missingSince(operations: readonly (Method | Event)[]): readonly (Method | Event)[] {
  const missing = operations.filter(({ metadata }) => metadata["since"] === undefined);
  return missing.length === operations.length ? [] : missing;
}
