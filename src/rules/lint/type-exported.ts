import { Node, type TypeAliasDeclaration, type VariableDeclaration } from "ts-morph";
import { definitionPath } from "../../schema-path/schema-path.js";
import { exportType } from "./fix/export-type.js";
import type { LintFinding, SourceRule, SourceRuleContext } from "./lint-rule.js";
import type { RegistrySource } from "./source/registry-source.js";

/** Handlers are typed by these: without one, its users write the type by hand, and it drifts. */
export const typeExported: SourceRule = {
  id: "type-exported",
  purpose: "Checks that every registered schema has its `Static` type exported under the registered name.",
  category: "convention",
  default: "error",
  reads: "source",
  check: (context) => {
    const types = exportedTypes(context.source);
    return [...context.registry.schemas.keys()].flatMap((name) => findingOf(context, name, types.get(name)));
  },
};

/** Every exported type and interface of the registry's files by name. An interface says its shape by hand. */
function exportedTypes({ files }: RegistrySource): ReadonlyMap<string, Node> {
  const types = files.flatMap((file) => [...file.getTypeAliases(), ...file.getInterfaces()]);
  return new Map(types.filter((type) => type.isExported()).map((type) => [type.getName(), type]));
}

function findingOf(context: SourceRuleContext, name: string, type: Node | undefined): readonly LintFinding[] {
  const { source } = context;
  const schema = source.registered(name);
  if (schema === undefined) return [];
  if (type === undefined) {
    const variable = Node.isVariableDeclaration(schema) ? schema : undefined;
    const written = variable === undefined ? "…" : variable.getName();
    return [
      {
        path: definitionPath(name),
        message: `No type \`${name}\` is exported for the registered schema`,
        help: `Export it: \`export type ${name} = Static<typeof ${written}>\`.`,
        edits: variable === undefined ? [] : exportType(variable, name),
      },
    ];
  }
  const other = Node.isTypeAliasDeclaration(type) ? staticSource(type) : undefined;
  if (other === undefined || !Node.isVariableDeclaration(schema) || isSame(source, other, schema)) return [];
  return [
    {
      path: definitionPath(name),
      location: source.locationOf(type),
      message: `The type \`${name}\` is made of ${other.getText()}, but ${schema.getName()} is registered under that name`,
      help: `Make it of the registered schema: \`Static<typeof ${schema.getName()}>\`.`,
    },
  ];
}

/** The `X` of `Static<typeof X>`; undefined for a type that is made in another way. */
function staticSource(type: TypeAliasDeclaration): Node | undefined {
  const made = type.getTypeNode();
  if (!Node.isTypeReference(made)) return undefined;
  const called = made.getTypeName().getText().split(".").at(-1);
  const [argument] = made.getTypeArguments();
  if (called !== "Static" || !Node.isTypeQuery(argument)) return undefined;
  const name = argument.getExprName();
  return Node.isIdentifier(name) ? name : undefined;
}

function isSame(source: RegistrySource, name: Node, schema: VariableDeclaration): boolean {
  return source.resolve(name) === source.resolve(schema);
}
