/** How statements begin that stand in no other. Comments and what is inside of statements begin otherwise. */
const STATEMENT = /^(?=(?:export|import|declare|const|let|class|function|type|interface)\b)/gmu;

/**
 * Tells Prettier to leave every statement of a module as it is: it knows no comment that speaks for a whole file unless
 * its user asks for that. To lay the module out as Prettier would takes longer than all the rest.
 */
export function ignoredByPrettier(text: string): string {
  return text.replace(STATEMENT, "// prettier-ignore\n");
}
