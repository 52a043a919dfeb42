import { createAcceptor } from "../../../src/instances/accepts.js";
import type { Protocol } from "../../../src/ir/types.js";
import type { ConformanceCase } from "../swift/conformance-case.js";
import { exactJson } from "../swift/exact-json.js";
import type { Answer } from "../swift/run-conformance.js";
import type { Reader, Reading } from "./load-readers.js";
import type { NewerInstance } from "./newer-instances.js";
import { withoutBounds } from "./without-bounds.js";
import { withoutUnknownKeys } from "./without-unknown-keys.js";

type Readers = ReadonlyMap<string, Reader>;

/** What a reader says of an instance. */
export function readInstance({ definition, value }: NewerInstance, readers: Readers): Reading {
  const reader = readers.get(definition);
  if (reader === undefined) throw new Error(`${definition} has no reader`);
  return reader(value);
}

/** Where the readers and the schemas without bounds do not agree on what has nothing new. */
export function strictDisagreements(
  protocol: Protocol,
  instances: readonly NewerInstance[],
  readers: Readers,
): readonly string[] {
  const registered = protocol.declarations.filter(({ origin }) => origin === undefined);
  const definitions = new Map(registered.map(({ id, schema }) => [id, withoutBounds(schema)]));
  const accepts = createAcceptor(definitions);
  return instances.flatMap((instance) => {
    const isValid = accepts(definitions.get(instance.definition) ?? true, instance.value);
    const reading = readInstance(instance, readers);
    const isKnown = reading.ok && reading.unknown.length === 0;
    return isValid === isKnown ? [] : [`${isValid ? "valid" : "invalid"} ${said(instance, reading)}`];
  });
}

/** Questions to a program made of Swift models; values that it cannot be asked are left out. */
export function swiftCases(
  instances: readonly NewerInstance[],
): readonly (readonly [NewerInstance, ConformanceCase])[] {
  return instances.flatMap((instance) => {
    const text = JSON.stringify(instance.value);
    // Half a surrogate pair is no UTF-8, and `Int` ends before numbers do.
    if (/\\ud[89a-f]/i.test(text) || /\d{17}|e\+/.test(text)) return [];
    const asked = { definition: instance.definition, topic: "newer", text };
    return [[instance, { ...asked, expected: { kind: "same", text, foundation: false } }] as const];
  });
}

/** How a reader and the Swift model disagree on an instance: on the verdict, or on a declared key. */
export function swiftDisagreement(instance: NewerInstance, readers: Readers, { fast }: Answer): string | undefined {
  const reading = readInstance(instance, readers);
  const isSwiftOk = fast.json !== undefined;
  if (reading.ok !== isSwiftOk)
    return `Swift ${isSwiftOk ? "reads" : `refuses (${fast.error})`} ${said(instance, reading)}`;
  if (!reading.ok || fast.json === undefined) return undefined;
  const declared = JSON.stringify(withoutUnknownKeys(instance.value, reading.unknown));
  return exactJson(declared) === exactJson(fast.json)
    ? undefined
    : `Swift writes ${fast.json} for ${said(instance, reading)}`;
}

function said({ definition, value }: NewerInstance, reading: Reading): string {
  const verdict = reading.ok ? `read, unknown ${JSON.stringify(reading.unknown)}` : JSON.stringify(reading.errors);
  return `${definition} ${JSON.stringify(value).slice(0, 500)}: ${verdict.slice(0, 400)}`;
}
