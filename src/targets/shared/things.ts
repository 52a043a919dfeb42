import { createHash } from "node:crypto";
import { indexDeclarations, innerTypes } from "../../ir/graph.js";
import type { TypeExpr } from "../../ir/type-expr.js";
import type { Declaration, DeclarationId, OriginStep, Protocol, UnionVariant } from "../../ir/types.js";
import { stableJson } from "../../support/stable-json.js";

/** What generated names stand for, told in a way that survives another order: two versions of a protocol are compared by it. */
export interface Things {
  /** For example `CronJob.schedule`; a member of a union is told by what it says, not by its place. */
  ofDeclaration(id: DeclarationId): string;
  ofVariant(union: DeclarationId, variant: UnionVariant): string;
}

/** Tells the things of a protocol apart. */
export function thingsOf(protocol: Protocol): Things {
  const declarations = indexDeclarations(protocol.declarations);
  const known = new Map<DeclarationId, string>();
  const contentOf = (type: TypeExpr): string => digest(contentText(type, declarations));
  const stepText = (step: OriginStep, parent: Declaration | undefined): string => {
    if (step.kind === "property") return `.${step.wireName}`;
    if (step.kind !== "variant") return `.${step.kind}${step.kind === "element" ? step.index : ""}`;
    const type = parent?.kind === "union" ? parent.variants[step.index]?.type : undefined;
    return type === undefined ? "" : `|${contentOf(type)}`;
  };
  const ofDeclaration = (id: DeclarationId): string => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const origin = declarations.get(id)?.origin;
    const steps = origin?.steps.map((step) => stepText(step, declarations.get(origin.parent))).join("") ?? "";
    const thing = origin === undefined ? id : `${ofDeclaration(origin.parent)}${steps}`;
    known.set(id, thing);
    return thing;
  };
  return { ofDeclaration, ofVariant: (union, { type }) => `${ofDeclaration(union)}|${contentOf(type)}` };
}

/** A type with the schemas of what stands in it: their ids depend on their place. */
function contentText(type: TypeExpr, declarations: ReadonlyMap<DeclarationId, Declaration>): string {
  if (type.kind === "ref") {
    const target = declarations.get(type.target);
    return target === undefined || target.origin === undefined ? type.target : stableJson(target.schema);
  }
  const inner = innerTypes(type);
  return inner.length === 0
    ? JSON.stringify(type)
    : `${type.kind}(${inner.map((each) => contentText(each, declarations)).join()})`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
