import type { TsType } from "../layout/ts-type.js";

const UNKNOWN: TsType = { kind: "named", text: "unknown" };
const NEVER: TsType = { kind: "named", text: "never" };

/**
 * The union of some types, as short as it can be said: nested unions are opened, what stands twice stands once, null
 * comes last, `unknown` takes everything. A union of one type is that type.
 */
export function unionOf(types: readonly TsType[]): TsType {
  const seen = new Set<string>();
  const members = types
    .flatMap((type) => (type.kind === "union" ? type.members : [type]))
    .filter((type) => !isNamed(type, "never"))
    .filter((type) => !seen.has(JSON.stringify(type)) && seen.add(JSON.stringify(type)));
  if (members.some((member) => isNamed(member, "unknown"))) return UNKNOWN;
  const ordered = [
    ...members.filter((member) => !isNamed(member, "null")),
    ...members.filter((member) => isNamed(member, "null")),
  ];
  const [first, ...others] = ordered;
  if (first === undefined) return NEVER;
  return others.length === 0 ? first : { kind: "union", members: ordered };
}

function isNamed(type: TsType, text: string): boolean {
  return type.kind === "named" && type.text === text;
}
