import type { Declaration, Protocol } from "../../ir/types.js";
import { thingsOf, type Things } from "../shared/things.js";
import type { GeneratedName } from "../target.js";
import { caseNames } from "./names.js";
import type { TranslationContext } from "./translation-context.js";

/** Every name that code may use: of types, properties and cases. */
export function generatedNames(protocol: Protocol, context: TranslationContext): readonly GeneratedName[] {
  const things = thingsOf(protocol);
  const declarations = protocol.declarations.filter(({ id }) => !context.shared.isHidden(id));
  return declarations.flatMap((declaration) => {
    const name = context.source.declared.of(declaration.id).path.join(".");
    const thing = things.ofDeclaration(declaration.id);
    const path = declaration.source;
    const members = memberNames(declaration, things, context);
    return [
      { name, thing: `type ${thing}`, path },
      ...members.map((member) => ({ name: `${name}.${member.name}`, thing: member.thing, path })),
    ];
  });
}

function memberNames(
  declaration: Declaration,
  things: Things,
  context: TranslationContext,
): readonly Pick<GeneratedName, "name" | "thing">[] {
  const thing = things.ofDeclaration(declaration.id);
  switch (declaration.kind) {
    case "object":
      return [...context.source.declared.members(declaration.id)].map(([wireName, name]) => ({
        name,
        thing: `property ${thing} ${JSON.stringify(wireName)}`,
      }));
    case "enum": {
      const { names } = caseNames(declaration.values.map(({ value }) => value));
      return [...names].map(([value, name]) => ({ name, thing: `value ${thing} ${JSON.stringify(value)}` }));
    }
    case "union": {
      const names = context.caseNames(declaration);
      return declaration.variants.map((variant, index) => ({
        name: names[index] ?? "",
        thing: `variant ${things.ofVariant(declaration.id, variant)}`,
      }));
    }
    case "alias":
      return [];
  }
}
