import { Node, type SourceFile, type VariableDeclaration } from "ts-morph";
import { importEdits } from "./fix/import-name.js";
import { insertElement } from "./fix/insert-element.js";
import type { TextEdit } from "./fix/text-edit.js";
import type { LintFinding, SourceRule, SourceRuleContext } from "./lint-rule.js";

const SUFFIX = "Schema";

/** What is exported as a schema and not registered has no name on the wire, no model, and nobody notices. */
export const schemaRegistered: SourceRule = {
  id: "schema-registered",
  purpose: "Checks that every exported `*Schema` of the registry's files is registered.",
  category: "convention",
  default: "error",
  reads: "source",
  check: (context) => {
    const { registry, source } = context;
    const registered = new Set([...registry.schemas.keys()].map((name) => source.registered(name)));
    return source.files
      .flatMap((file) => exportedSchemas(file))
      .filter((declaration) => !registered.has(declaration))
      .map((declaration): LintFinding => {
        const name = declaration.getName().slice(0, -SUFFIX.length);
        const isTaken = registry.schemas.has(name);
        return {
          path: declaration.getName(),
          location: source.locationOf(declaration),
          message: `${declaration.getName()} is exported, but not registered`,
          help: isTaken
            ? `\`${name}\` is another schema's name in the registry: rename this one and register it, or do not export it.`
            : `Add \`${name}: ${declaration.getName()}\` to the registry, or do not export it.`,
          edits: isTaken ? [] : registerEdits(context, declaration, name),
        };
      });
  },
};

function exportedSchemas(file: SourceFile): readonly VariableDeclaration[] {
  return file.getVariableDeclarations().filter((declaration) => {
    const isSchema = /^[A-Z]\w*Schema$/u.test(declaration.getName());
    const initializer = declaration.getInitializer();
    const isFunction = Node.isArrowFunction(initializer) || Node.isFunctionExpression(initializer);
    return isSchema && !isFunction && declaration.isExported();
  });
}

function registerEdits(
  { source }: SourceRuleContext,
  declaration: VariableDeclaration,
  name: string,
): readonly TextEdit[] {
  const { registry } = source;
  if (!Node.isObjectLiteralExpression(registry)) return [];
  const imported = importEdits(registry.getSourceFile(), declaration);
  if (imported === undefined) return [];
  return [...insertElement(registry, registry.getProperties(), `${name}: ${declaration.getName()}`), ...imported];
}
