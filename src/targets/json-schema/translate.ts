import type { Protocol } from "../../ir/types.js";
import type { JsonValue } from "../../support/json.js";
import { textWidth } from "../../support/text-width.js";
import { type TargetContext, template, type Translation } from "../target.js";
import { documentHead } from "./document-head.js";
import { type JsonLayout, stringifyLayout } from "./layout/json-layout.js";
import { prettierLayout } from "./layout/prettier-layout.js";
import { withNamedReferences } from "./named-references.js";
import type { JsonSchemaOptions } from "./options.js";
import type { DefinitionView, DocumentView, MemberView } from "./view-model.js";

const documentTemplate = template<DocumentView>("schema", "json");

/** Makes the one file of the target. JSON Schema can say everything that the IR holds, so nothing falls back. */
export function translate(protocol: Protocol, { options }: TargetContext<JsonSchemaOptions>): Translation {
  return { units: [documentTemplate("", documentView(protocol, options))], fallbacks: [] };
}

function documentView(protocol: Protocol, options: JsonSchemaOptions): DocumentView {
  const layout: JsonLayout = options.layout === "stringify" ? stringifyLayout : prettierLayout;
  return {
    members: documentHead(protocol, options).map(([key, value]) =>
      member(key, value, { layout, indent: 2, comma: true }),
    ),
    definitions: definitions(protocol, options.refs, layout),
  };
}

function definitions(
  protocol: Protocol,
  refs: JsonSchemaOptions["refs"],
  layout: JsonLayout,
): readonly DefinitionView[] {
  const registered = protocol.declarations.filter((declaration) => declaration.origin === undefined);
  return registered.map((declaration, index) => {
    const schema = refs === "named" ? withNamedReferences(declaration) : declaration.schema;
    const comma = index < registered.length - 1;
    return { ...member(declaration.id, schema, { layout, indent: 4, comma }), comma: comma ? "," : "" };
  });
}

/** How a member of the document is laid out. */
interface MemberPlace {
  readonly layout: JsonLayout;
  readonly indent: number;
  readonly comma: boolean;
}

function member(name: string, value: JsonValue, { layout, indent, comma }: MemberPlace): MemberView {
  const key = JSON.stringify(name);
  return { key, value: layout(value, { indent, column: indent + textWidth(`${key}: `), comma }) };
}
