/**
 * The package's templates as they were compiled when it was built, by `templateKey`. To compile them takes longer than to
 * print a small protocol with them. The build puts them here; in the sources there are none, and each is compiled when it
 * is used, as is one that was edited after the build.
 */
export const precompiledTemplates: ReadonlyMap<string, TemplateSpecification> = new Map();
