import { type ImportDeclaration, type Node, Project, type SourceFile, ts } from "ts-morph";

/** A registry's source files, opened as they are needed, and what the names in them stand for. */
export interface ModuleFiles {
  readonly entry: SourceFile;
  /** The file that an import leads to; undefined where it leads nowhere. */
  imported(file: SourceFile, specifier: string): SourceFile | undefined;
  /** What a file exports under a name, whether it declares it or passes it on. */
  exported(file: SourceFile, name: string): Node | undefined;
  /** What a name in a file stands for: a declaration of the file itself, or of the file that it is imported from. */
  declared(file: SourceFile, name: string): Node | undefined;
}

/** Opens a module. Types are not asked for: reading the syntax of the files that matter is far cheaper. */
export function openModuleFiles(entry: string): ModuleFiles {
  const compilerOptions = {
    allowJs: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noDtsResolution: true,
  };
  const project = new Project({
    compilerOptions,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
  });
  const open = (file: SourceFile, specifier: string): SourceFile | undefined => {
    const host = project.getModuleResolutionHost();
    const resolved = ts.resolveModuleName(specifier, file.getFilePath(), compilerOptions, host).resolvedModule;
    return resolved === undefined ? undefined : project.addSourceFileAtPathIfExists(resolved.resolvedFileName);
  };
  const names = createNames(open);
  return { entry: project.addSourceFileAtPath(entry), imported: open, ...names };
}

type Open = (file: SourceFile, specifier: string) => SourceFile | undefined;

function createNames(open: Open): Pick<ModuleFiles, "exported" | "declared"> {
  const exported = (file: SourceFile, name: string, seen: ReadonlySet<SourceFile> = new Set()): Node | undefined => {
    if (seen.has(file)) return undefined;
    const visited = new Set(seen).add(file);
    for (const declaration of file.getExportDeclarations()) {
      const specifier = declaration.getModuleSpecifierValue();
      const from = specifier === undefined ? undefined : open(file, specifier);
      const named = declaration
        .getNamedExports()
        .find((item) => (item.getAliasNode()?.getText() ?? item.getName()) === name);
      if (named !== undefined) {
        return from === undefined ? declared(file, named.getName()) : exported(from, named.getName(), visited);
      }
      const passedOn =
        from !== undefined && declaration.isNamespaceExport() ? exported(from, name, visited) : undefined;
      if (passedOn !== undefined) return passedOn;
    }
    if (name === "default") return file.getExportAssignment((item) => !item.isExportEquals())?.getExpression();
    return local(file, name);
  };
  const declared = (file: SourceFile, name: string): Node | undefined => local(file, name) ?? imported(file, name);
  const imported = (file: SourceFile, name: string): Node | undefined => {
    for (const declaration of file.getImportDeclarations()) {
      const found = importedName(declaration, name);
      if (found === undefined) continue;
      const from = open(file, declaration.getModuleSpecifierValue());
      if (from === undefined) return undefined;
      return found === "*" ? from : exported(from, found);
    }
    return undefined;
  };
  return { exported, declared };
}

function local(file: SourceFile, name: string): Node | undefined {
  return file.getVariableDeclaration(name) ?? file.getFunction(name) ?? file.getEnum(name);
}

/** What an import calls a local name in the module that it comes from; `*` for the module itself. */
function importedName(declaration: ImportDeclaration, name: string): string | undefined {
  if (declaration.getDefaultImport()?.getText() === name) return "default";
  if (declaration.getNamespaceImport()?.getText() === name) return "*";
  return declaration
    .getNamedImports()
    .find((item) => (item.getAliasNode()?.getText() ?? item.getName()) === name)
    ?.getName();
}
