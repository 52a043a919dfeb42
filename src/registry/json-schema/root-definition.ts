import { isAnnotation, isAssertion } from "../../json-schema/keywords.js";
import { isJsonArray, isJsonObject, type JsonObject } from "../../support/json.js";
import { splitWords } from "../../support/split-words.js";

type Document = JsonObject;

/** The schema that a document is at its root, and what it is called. For example `{ name: "Person", schema: { … } }`. */
export interface RootDefinition {
  readonly name: string;
  readonly schema: Document;
}

/**
 * The root of a document as a definition, under its title or its file's name. Undefined where the root says nothing of
 * values, or nothing but which definition is meant: one reference, or the frames that a definition lists already.
 */
export function rootDefinition(document: Document, schemas: Document, file: string): RootDefinition | undefined {
  const said: readonly string[] = Object.keys(document).filter((keyword) => keyword === "$ref" || isAssertion(keyword));
  if (said.length === 0 || (said.length === 1 && (said[0] === "$ref" || listsFrames(document, schemas))))
    return undefined;
  const kept = Object.entries(document).filter(([keyword]) => said.includes(keyword) || isNote(keyword));
  const { title } = document;
  const names = [typeof title === "string" ? title : "", file.replace(/(?:\.schema)?\.json$/u, "")].map(pascalCase);
  const name = names.find((candidate) => candidate !== "" && !Object.hasOwn(schemas, candidate));
  return {
    name: name ?? freeName(`${names.find((one) => one !== "") ?? ""}Root`, schemas),
    schema: Object.fromEntries(kept),
  };
}

function isNote(keyword: string): boolean {
  return isAnnotation(keyword) && !["$schema", "$defs", "definitions"].includes(keyword) && !keyword.startsWith("x-");
}

/** `oneOf` with a `discriminator` into the definitions, one of which is a union of as many. */
function listsFrames({ oneOf, discriminator }: Document, schemas: Document): boolean {
  if (!isJsonArray(oneOf) || !isJsonObject(discriminator) || !isJsonObject(discriminator["mapping"])) return false;
  return Object.values(schemas).some(
    (schema) =>
      isJsonObject(schema) &&
      [schema["anyOf"], schema["oneOf"]].some((union) => isJsonArray(union) && union.length === oneOf.length),
  );
}

function pascalCase(text: string): string {
  return splitWords(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function freeName(wanted: string, schemas: Document): string {
  let [name, count] = [wanted, 2];
  while (Object.hasOwn(schemas, name)) name = `${wanted}${count++}`;
  return name;
}
