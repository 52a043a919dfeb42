import { type CallExpression, Node, type ObjectLiteralExpression, SyntaxKind } from "ts-morph";
import { typeBoxKind } from "../../ir/lower/typebox.js";
import type { Registry } from "../../registry/registry.js";
import { builderCall, builderName } from "./fix/builder-call.js";
import { setOption } from "./fix/set-option.js";
import type { TextEdit } from "./fix/text-edit.js";
import type { LintFinding, SourceRule } from "./lint-rule.js";
import { enclosingName } from "./source/enclosing-name.js";
import type { RegistrySource } from "./source/registry-source.js";

/** TypeBox 1.x keeps the optional mark where a spread cannot see it: what is spread becomes required, in silence. */
export const optionalSpread: SourceRule = {
  id: "optional-spread",
  purpose: "Checks that no `Type.Optional(…)` is spread with TypeBox 1.x, which makes it required.",
  category: "typebox",
  default: "error",
  reads: "source",
  check: ({ registry, source }) =>
    hidesMarks(registry)
      ? source.files
          .flatMap((file) => file.getDescendantsOfKind(SyntaxKind.SpreadAssignment))
          .flatMap((spread) => findingOf(source, spread.getExpression(), spread))
      : [],
};

/** Whether the schemas are made by TypeBox 1.x, whose marks are not enumerable. */
function hidesMarks({ schemas }: Registry): boolean {
  return [...schemas.values()].some(
    (schema) => typeBoxKind(schema) !== undefined && !Object.getOwnPropertySymbols(schema).some(isKind),
  );
}

function isKind(symbol: symbol): boolean {
  return symbol === Symbol.for("TypeBox.Kind");
}

function findingOf(source: RegistrySource, spread: Node, at: Node): readonly LintFinding[] {
  const optional = source.resolve(spread);
  const literal = at.getParent();
  if (!Node.isCallExpression(optional) || builderName(optional) !== "Optional") return [];
  if (!Node.isObjectLiteralExpression(literal)) return [];
  return [
    {
      path: enclosingName(literal),
      location: source.locationOf(at),
      message: "The spread loses the optional mark, so the property becomes required",
      help: "Put the annotations into the schema inside: `Type.Optional(Type.String({ description: … }))`.",
      edits: spread === optional ? moveInside(literal, optional) : [],
    },
  ];
}

/** Puts the one annotation beside the spread into the builder inside, where that is written out in place. */
function moveInside(literal: ObjectLiteralExpression, optional: CallExpression): readonly TextEdit[] {
  const [first, annotation, ...more] = literal.getProperties();
  const inner = builderCall(optional, [
    "Object",
    "Union",
    "Array",
    "String",
    "Integer",
    "Number",
    "Boolean",
    "Unknown",
  ]);
  if (!Node.isSpreadAssignment(first) || !Node.isPropertyAssignment(annotation) || more.length > 0) return [];
  const value = annotation.getInitializer()?.getText();
  if (value === undefined || inner === undefined) return [];
  const placed = setOption(inner, { name: annotation.getName(), value }, [builderName(inner)]);
  const file = literal.getSourceFile().getFilePath();
  const before = { file, start: literal.getStart(), end: optional.getStart(), text: "" };
  const after = { file, start: optional.getEnd(), end: literal.getEnd(), text: "" };
  return placed.length === 0 ? [] : [before, ...placed, after];
}
