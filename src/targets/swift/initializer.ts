import { fits, listView } from "./layout.js";
import type { ExtraView, ListView, PropertyView } from "./view-model.js";

/** What an initialiser is asked for. */
export interface InitializerParts {
  readonly properties: readonly Pick<PropertyView, "name" | "type" | "constant" | "omitted">[];
  readonly extra: Pick<ExtraView, "name" | "type" | "empty"> | undefined;
  /** How many types enclose it. */
  readonly depth: number;
  readonly access: string;
}

/** The memberwise initialiser: constants are not asked for, what may be absent defaults to `nil`. */
export function memberwiseInitializer({ properties, extra, depth, access }: InitializerParts): ListView {
  const asked = properties.filter(({ constant }) => constant === undefined);
  const parameters = [
    ...asked.map(({ name, type, omitted }) => `${name}: ${type}${omitted ? " = nil" : ""}`),
    ...(extra === undefined ? [] : [`${extra.name}: ${extra.type} = ${extra.empty}`]),
  ];
  return listView(parameters, (line) => fits(`${access}init(${line}) {`, depth));
}
