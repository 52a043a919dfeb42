import { Node } from "ts-morph";

/** The declaration that a node stands in, with the properties on the way. For example `CronJobSchema.name`. */
export function enclosingName(node: Node): string {
  const names = node
    .getAncestors()
    .flatMap((ancestor) =>
      Node.isVariableDeclaration(ancestor) || Node.isPropertyAssignment(ancestor) ? [ancestor.getName()] : [],
    );
  return names.toReversed().join(".");
}
