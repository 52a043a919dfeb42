import { keywordRow } from "../json-schema/keywords.js";

/**
 * Where a schema stands in its author's source: the registered name, then one step for each property, keyword, key or
 * index on the way. For example `CronJob.schedule.anyOf[1]["at ms"]`. It is an address and names nothing: what is called
 * what is the business of declaration ids.
 */
export type SchemaPath = string;

/** One step of a schema path: a name, a property, a keyword or a key, or an index under a keyword. */
export type PathStep = string | number;

const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
const STEP = /\.?([\p{L}_$][\p{L}\p{N}_$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/uy;

/** The path of a registered definition. For example `CronJob`; odd names are quoted: `["chat.event"]`. */
export function definitionPath(name: string): SchemaPath {
  return IDENTIFIER.test(name) ? name : `[${JSON.stringify(name)}]`;
}

/** The path of a property, or of what stands under a key. For example `CronJob.schedule`, `CronJob["at ms"]`. */
export function propertyPath(parent: SchemaPath, key: string): SchemaPath {
  return IDENTIFIER.test(key) ? `${parent}.${key}` : `${parent}[${JSON.stringify(key)}]`;
}

/** The path of the one schema under a keyword. For example `ConnectParams.caps.items`. */
export function keywordPath(parent: SchemaPath, keyword: string): SchemaPath {
  return `${parent}.${keyword}`;
}

/** The path of one of several schemas under a keyword. For example `CronJob.schedule.anyOf[1]`. */
export function indexedPath(parent: SchemaPath, keyword: string, index: number): SchemaPath {
  return `${keywordPath(parent, keyword)}[${index}]`;
}

/**
 * The path of what some tokens of a JSON pointer lead to.
 * For example `pointerPath("CronJob", ["properties", "schedule", "anyOf", "1"])` → `CronJob.schedule.anyOf[1]`.
 */
export function pointerPath(parent: SchemaPath, tokens: readonly string[]): SchemaPath {
  const [keyword, token, ...rest] = tokens;
  if (keyword === undefined) return parent;
  if (token === undefined) return keywordPath(parent, keyword);
  if (keyword === "properties") return pointerPath(propertyPath(parent, token), rest);
  if (isKeyed(keyword)) return pointerPath(propertyPath(keywordPath(parent, keyword), token), rest);
  if (/^\d+$/.test(token)) return pointerPath(indexedPath(parent, keyword, Number(token)), rest);
  return pointerPath(keywordPath(parent, keyword), tokens.slice(1));
}

/** Whether a key stands before the schema under a keyword; those of `properties` are steps of their own. */
function isKeyed(keyword: string): boolean {
  return keywordRow(keyword)?.holds.endsWith("by key") ?? false;
}

/**
 * The steps of a schema path, the registered name first. A path that is not of this form ends where it stops being one.
 * For example `CronJob.schedule.anyOf[1]["at ms"]` → `["CronJob", "schedule", "anyOf", 1, "at ms"]`.
 */
export function parseSchemaPath(path: SchemaPath): readonly PathStep[] {
  const steps: PathStep[] = [];
  const step = new RegExp(STEP);
  for (let match = step.exec(path); match !== null; match = step.exec(path)) {
    const [, name, index, quoted] = match;
    if (name !== undefined) steps.push(name);
    else if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(String(JSON.parse(quoted)));
  }
  return steps;
}
