import type { Protocol } from "../../ir/types.js";
import type { VersionConstant } from "../../registry/registry.js";

/**
 * The protocol's version constants, its own version first. What stands before `PROTOCOL_VERSION` in the first one's name
 * comes before the others' too: with `CHAT_PROTOCOL_VERSION` there is a `CHAT_MIN_CLIENT_PROTOCOL_VERSION`.
 */
export function versionConstants({ version, minVersions }: Protocol, name: string): readonly VersionConstant[] {
  const prefix = /^(.*)PROTOCOL_VERSION$/.exec(name)?.[1] ?? "";
  const main = version === undefined ? [] : [{ name, value: version }];
  return [...main, ...minVersions.map((minimum) => ({ name: `${prefix}${minimum.name}`, value: minimum.value }))];
}
