import type { Property } from "../../ir/types.js";
import { createNameScope } from "./name-scope.js";
import { swiftMemberName } from "./names.js";

function isExact({ wireName }: Pick<Property, "wireName">): boolean {
  return swiftMemberName(wireName) === wireName;
}

/**
 * The Swift names of an object's properties, by wire name. Those that Swift can spell keep their names; others that
 * would meet them get a number. For example `fooBar` and `foo-bar` → `fooBar` and `fooBar2`.
 */
export function memberNames(
  properties: readonly Pick<Property, "wireName">[],
  isType: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const scope = createNameScope();
  const names = new Map<string, string>();
  for (const property of [...properties.filter(isExact), ...properties.filter((other) => !isExact(other))]) {
    const name = swiftMemberName(property.wireName);
    names.set(property.wireName, scope.take(isType(name) ? `${name}Value` : name));
  }
  return names;
}
