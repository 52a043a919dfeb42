import { shortened } from "./describe-witness.js";
import type { JsonObject, JsonValue } from "../../support/json.js";
import type { Ruling } from "../policy/apply-policy.js";
import type { Change } from "../rule.js";
import type { ProtocolChanges } from "./changes-text.js";

/** For programs: the same as for people; what is very long in an example is described. Its form is described in `docs/diff-report.schema.json`. */
export function changesJson({ protocol, previous, current, rulings }: ProtocolChanges): JsonObject {
  return { protocol, previous, current, changes: rulings.map(rulingJson) };
}

function rulingJson({ change, fails, reason, expired }: Ruling): JsonObject {
  return withoutUndefined({ ...changeJson(change), fails, agreed: reason, expired });
}

function changeJson({ witnesses, ...change }: Change): Readonly<Record<string, JsonValue | undefined>> {
  return {
    ...change,
    witnesses: witnesses.map((witness) => withoutUndefined({ ...witness, instance: shortened(witness.instance) })),
  };
}

function withoutUndefined(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
