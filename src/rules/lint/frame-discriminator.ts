import { frameRoles } from "../../ir/frame-roles.js";
import { indexDeclarations } from "../../ir/graph.js";
import { namedDiscriminator } from "../../ir/lower/discriminate.js";
import type { Declaration, Protocol, UnionDeclaration } from "../../ir/types.js";
import { setOption } from "./fix/set-option.js";
import type { LintFinding, ProtocolRule, ProtocolRuleContext } from "./lint-rule.js";

/**
 * Readers take a frame apart by one property. Without it they try every variant, and an unknown frame is an error
 * instead of something newer.
 */
export const frameDiscriminator: ProtocolRule = {
  id: "frame-discriminator",
  purpose: "Checks that the union of all frames names the property that tells its variants apart.",
  category: "convention",
  default: "error",
  reads: "protocol",
  check: (context) => {
    const { protocol } = context;
    const named = protocol.declarations.filter(isRegisteredUnion).filter((union) => namedDiscriminator(union));
    const unfit = named.flatMap((union) => unfitFinding(union));
    return unfit.length > 0 || protocol.frames !== undefined ? unfit : missingFinding(context);
  },
};

function isRegisteredUnion(declaration: Declaration): declaration is UnionDeclaration {
  return declaration.kind === "union" && declaration.origin === undefined;
}

/** A union that names a property which does not tell its variants apart. */
function unfitFinding(union: UnionDeclaration): readonly LintFinding[] {
  const wireName = namedDiscriminator(union);
  if (wireName === undefined || union.discriminator?.wireName === wireName) return [];
  return [
    {
      path: union.source,
      message: `\`${wireName}\` does not tell the variants apart`,
      help: "Give every variant a required constant of its own at this property.",
    },
  ];
}

function missingFinding({ protocol, source }: ProtocolRuleContext): readonly LintFinding[] {
  const union = likelyFrames(protocol);
  if (union === undefined) return [];
  const wireName = union.discriminator?.wireName;
  if (wireName === undefined) {
    const help = "Give every variant a required constant of its own, such as `type`, and name it: `discriminator`.";
    return [{ path: union.source, message: "No property tells the variants of the frames apart", help }];
  }
  return [
    {
      path: union.source,
      message: "The union of frames does not name its discriminator",
      help: `Add \`{ discriminator: ${JSON.stringify(wireName)} }\`, or name the union in the config as \`frames\`.`,
      edits: setOption(source?.schemaAt(union.source), { name: "discriminator", value: JSON.stringify(wireName) }, [
        "Union",
      ]),
    },
  ];
}

/** The only registered union one of whose variants asks for a method. */
function likelyFrames({ declarations }: Protocol): UnionDeclaration | undefined {
  const index = indexDeclarations(declarations);
  const unions = declarations
    .filter(isRegisteredUnion)
    .filter((union) => frameRoles(union, index).request !== undefined);
  return unions.length === 1 ? unions[0] : undefined;
}
