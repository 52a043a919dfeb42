import { isRecord } from "../../support/json.js";

const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
const LISTS = ["anyOf", "oneOf", "allOf", "items"] as const;
const SINGLES = ["items", "additionalProperties"] as const;

/**
 * The paths of all registered definitions and of what is nested in them, in document order. A definition inside another
 * is not entered: its own paths say everything about it.
 */
export function schemaPaths(schemas: ReadonlyMap<string, object>): readonly string[] {
  const registered = new Set<unknown>(schemas.values());
  const paths: string[] = [];
  const visit = (schema: unknown, path: string, within: ReadonlySet<unknown>): void => {
    paths.push(path);
    if (!isRecord(schema) || within.has(schema)) return;
    const around = new Set(within).add(schema);
    for (const [step, child] of children(schema)) {
      const at = path + step;
      if (registered.has(child)) paths.push(at);
      else visit(child, at, around);
    }
  };
  for (const [name, schema] of schemas) visit(schema, name, new Set());
  return paths;
}

function children(schema: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  const properties = isRecord(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const named = properties.map(([name, value]) => [propertyStep(name), value] as const);
  const listed = LISTS.flatMap((keyword) => {
    const items: unknown = schema[keyword];
    return Array.isArray(items) ? items.map((item: unknown, index) => [`.${keyword}[${index}]`, item] as const) : [];
  });
  const single = SINGLES.flatMap((keyword) =>
    isRecord(schema[keyword]) ? [[`.${keyword}`, schema[keyword]] as const] : [],
  );
  return [...named, ...listed, ...single];
}

function propertyStep(name: string): string {
  return IDENTIFIER.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
