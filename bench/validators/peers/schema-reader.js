// What the schemas of the workloads are made of, for peers whose schemas have to be written in their own way.

/** Whether a schema is a choice of constants. */
export function constants(schema) {
  const values = schema.anyOf?.map((member) => member.const);
  return values?.every((value) => value !== undefined) ? values : undefined;
}

/** The key whose constants tell the members of a union apart. */
export function discriminator(schema) {
  const [first] = schema.anyOf ?? [];
  return Object.keys(first?.properties ?? {}).find((key) =>
    schema.anyOf.every((member) => member.properties?.[key]?.const !== undefined),
  );
}

/** The properties of an object: name, schema, whether it has to be there. */
export function properties(schema) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({ name, of, required: required.has(name) }));
}

/** What an object without properties of its own holds by any key. */
export function mapValues(schema) {
  return schema.patternProperties === undefined ? undefined : Object.values(schema.patternProperties)[0];
}

/** Refuses to measure what a converter does not know. */
export function unknown(schema) {
  throw new Error(`the bench does not know ${JSON.stringify(schema)}`);
}
