import type { DeclarationId, Protocol } from "../../../ir/types.js";

/** The declarations that a name means: itself, or what a method or an event carries. For example `chat.send` → its params and result. */
export function findDeclarations(protocol: Protocol, name: string): readonly DeclarationId[] {
  if (protocol.declarations.some(({ id }) => id === name)) return [name];
  const methods = protocol.methods.filter((method) => method.name === name);
  const events = protocol.events.filter((event) => event.name === name);
  const carried = [
    ...methods.flatMap(({ params, result }) => [params, result]),
    ...events.map(({ payload }) => payload),
  ];
  return carried.filter((id) => id !== undefined);
}

/** Every name that `findDeclarations` knows. */
export function knownNames({ declarations, methods, events }: Protocol): readonly string[] {
  return [...declarations.map(({ id }) => id), ...methods.map(({ name }) => name), ...events.map(({ name }) => name)];
}
