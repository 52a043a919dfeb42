/** Functions of the runtime (`templates/typescript/partials/readers-*.hbs`), each with those that it calls. */
const RUNTIME = {
  text: ["wrongType"],
  number: ["wrongType"],
  integer: ["wrongType"],
  truth: ["wrongType"],
  nothing: ["wrongType"],
  anything: [],
  never: [],
  constant: [],
  values: ["wrongType"],
  nullable: ["withKeys"],
  later: ["withKeys"],
  list: ["wrongType", "inside"],
  tuple: ["wrongType", "inside"],
  map: ["wrongType", "inside", "isObject"],
  object: ["wrongType", "inside", "isObject", "has", "withKeys"],
  tagged: ["wrongType", "inside", "isObject", "has", "text", "stranger", "withKeys"],
  untagged: ["isObject", "stranger", "withKeys"],
  stranger: [],
  withKeys: [],
  wrongType: [],
  inside: [],
  isObject: [],
  has: [],
} as const;

/** The name of a function that readers are made with. For example `nullable`. */
export type RuntimeName = keyof typeof RUNTIME;

const CALLS: ReadonlyMap<string, readonly RuntimeName[]> = new Map<string, readonly RuntimeName[]>(
  Object.entries(RUNTIME),
);

/** By the name of each function of the runtime, whether one of those that are used needs it. */
export function usesOf(used: ReadonlySet<RuntimeName>): Readonly<Record<string, boolean>> {
  const all = new Set<string>();
  const add = (name: RuntimeName): void => {
    if (all.has(name)) return;
    all.add(name);
    CALLS.get(name)?.forEach(add);
  };
  used.forEach(add);
  return Object.fromEntries([...CALLS.keys()].map((name) => [name, all.has(name)]));
}
