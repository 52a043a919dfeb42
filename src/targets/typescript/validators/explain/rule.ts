import type { Emission } from "../emission.js";
import { fragmentToken, stringLiteral } from "../literals.js";
import type { SchemaNode } from "../schema-node.js";

/** The rule of a child as an expression. A reference starts schema paths anew, as AJV has it. */
export function ruleOf(child: SchemaNode, emission: Emission): string {
  const rule = emission.rule(child);
  return child.ref === undefined ? rule : `[${rule}[0], ${rule}[1], ${referencePath(child.ref.text)}]`;
}

/** A call that explains why `value` breaks a child's rule. `step` is the way to the child in the schema. */
export function explainCall(child: SchemaNode, place: ExplainPlace, emission: Emission): string {
  const { step, path = "p", value = "v", follows = false } = place;
  const schemaPath =
    child.ref === undefined ? (step === "" ? "s" : `s + ${stringLiteral(step)}`) : referencePath(child.ref.text);
  const report = follows ? "c" : `${emission.use("fresh")}(c)`;
  return `${emission.rule(child)}[1](${report}, ${path}, ${schemaPath}, ${value})`;
}

/** For example `{ step: "/items/0", path: 'p + "/0"', value: "v[0]" }`. Without the last two, the value itself. */
export interface ExplainPlace {
  readonly step: string;
  readonly path?: string;
  readonly value?: string;
  /** Whether the refusal of the whole value ended with the child's. Else the child has to be refused right before. */
  readonly follows?: boolean;
}

/** The schema path inside a reference's target, as a literal. */
function referencePath(reference: string): string {
  const tokens = reference
    .split("/")
    .map((token, index) => (index === 0 ? token : fragmentToken(unescapeToken(token))));
  return stringLiteral(tokens.join("/"));
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
