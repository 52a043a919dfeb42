import { Node, type SourceFile, type VariableDeclaration } from "ts-morph";
import { projectPath } from "../../config/module/project-path.js";
import type { SourceLocation } from "../../diagnostics/diagnostic.js";
import { openSourceFiles } from "./module-files.js";

/** An exported constant that by its name is a schema, and the type that is derived from it. */
export interface ExportedSchema {
  /** For example `CronJobSchema`. */
  readonly name: string;
  readonly location: SourceLocation;
  /** The exported `type CronJob = Static<typeof CronJobSchema>` of the same file: `CronJob`; undefined without one. */
  readonly typeName: string | undefined;
}

/**
 * Finds every exported `*Schema` constant in a registry's own TypeScript files, in the order of the files. Where one is
 * registered, its location is what the locator gives for the registered name.
 * For example `exportedSchemas(root, registry.files)`.
 */
export function exportedSchemas(root: string, files: readonly string[]): readonly ExportedSchema[] {
  return openSourceFiles(files.filter((file) => /\.[mc]?ts$/u.test(file))).flatMap((file) => schemasOf(root, file));
}

function schemasOf(root: string, file: SourceFile): readonly ExportedSchema[] {
  const types = staticTypes(file);
  return file
    .getVariableDeclarations()
    .filter((declaration) => declaration.isExported() && declaration.getName().endsWith("Schema"))
    .map((declaration) => {
      const name = declaration.getName();
      return { name, location: locationOf(root, file, declaration), typeName: types.get(name) };
    });
}

function locationOf(root: string, file: SourceFile, declaration: VariableDeclaration): SourceLocation {
  const { line, column } = file.getLineAndColumnAtPos(declaration.getStart());
  return { file: projectPath(root, file.getFilePath()), line, column };
}

/** Schema → type, for each exported alias that names one type argument, `typeof TheSchema`. */
function staticTypes(file: SourceFile): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const alias of file.getTypeAliases()) {
    const node = alias.getTypeNode();
    const [argument] = Node.isTypeReference(node) ? node.getTypeArguments() : [];
    if (alias.isExported() && Node.isTypeQuery(argument)) types.set(argument.getExprName().getText(), alias.getName());
  }
  return types;
}
