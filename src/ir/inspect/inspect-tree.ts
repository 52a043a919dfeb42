import { indexDeclarations, reachable } from "../graph.js";
import type { Additional, Declaration, DeclarationId, Event, Method, Protocol } from "../types.js";
import { describeType } from "./describe-type.js";

/** A line of a tree and what hangs under it. */
interface Branch {
  readonly text: string;
  readonly branches: readonly Branch[];
}

function leaf(text: string): Branch {
  return { text, branches: [] };
}

function draw(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap(({ text, branches: inner }, index) => {
    const isLast = index === branches.length - 1;
    return [`${indent}${isLast ? "└─" : "├─"} ${text}`, ...draw(inner, `${indent}${isLast ? "   " : "│  "}`)];
  });
}

function notes(declaration: Declaration): string {
  return declaration.deprecated === undefined ? "" : ", deprecated";
}

function describeAdditional(additional: Additional): string {
  return additional.kind === "typed" ? `other keys ${describeType(additional.type)}` : additional.kind;
}

function headOf(declaration: Declaration): string {
  switch (declaration.kind) {
    case "object":
      return `object, ${describeAdditional(declaration.additional)}${notes(declaration)}`;
    case "enum":
      return `${declaration.open ? "open " : ""}enum of ${declaration.base}${notes(declaration)}`;
    case "union": {
      const { discriminator } = declaration;
      return `union${discriminator === undefined ? "" : ` by ${discriminator.wireName}`}${notes(declaration)}`;
    }
    case "alias":
      return `= ${describeType(declaration.type)}${notes(declaration)}`;
  }
}

function branchesOf(declaration: Declaration): readonly Branch[] {
  switch (declaration.kind) {
    case "object":
      return [
        ...declaration.properties.map(({ wireName, type, presence, deprecated }) => {
          const mark = presence === "optional" ? "?" : "";
          return leaf(`${wireName}${mark}: ${describeType(type)}${deprecated === undefined ? "" : " (deprecated)"}`);
        }),
        ...declaration.patterns.map(({ pattern, type }) => leaf(`${JSON.stringify(pattern)}: ${describeType(type)}`)),
      ];
    case "enum":
      return declaration.values.map(({ value }) => leaf(JSON.stringify(value)));
    case "union":
      return declaration.variants.map(({ tags, type }) => {
        const tag = tags.map((value) => JSON.stringify(value)).join(" | ");
        return leaf(`${tag === "" ? "" : `${tag} → `}${describeType(type)}`);
      });
    case "alias":
      return [];
  }
}

function methodBranch({ name, params, result }: Method): Branch {
  return leaf(`${name}(${params ?? ""})${result === undefined ? "" : `: ${result}`}`);
}

function eventBranch({ name, payload }: Event): Branch {
  return leaf(payload === undefined ? name : `${name}: ${payload}`);
}

function section(title: string, branches: readonly Branch[]): readonly string[] {
  return branches.length === 0 ? [] : [title, ...draw(branches, "")];
}

function drawDeclaration(declaration: Declaration): readonly string[] {
  return [`${declaration.id}  ${headOf(declaration)}`, ...draw(branchesOf(declaration), "")];
}

/** The whole protocol as a tree of text: version and frames, methods and events, then every declaration. */
export function inspectProtocol(protocol: Protocol): string {
  const { name, version, minVersions, frames, methods, events, errorCodes, declarations } = protocol;
  const head = [
    leaf(`version: ${version ?? "none"}`),
    ...minVersions.map((constant) => leaf(`${constant.name}: ${constant.value}`)),
    leaf(`frames: ${frames?.union ?? "none"}`),
  ];
  const parts = [
    section(name, head),
    section("methods", methods.map(methodBranch)),
    section("events", events.map(eventBranch)),
    section("error codes", errorCodes.map(leaf)),
    ...declarations.map(drawDeclaration),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** One definition with everything that it refers to, as trees of text; undefined where no declaration has the name. */
export function inspectDeclaration(protocol: Protocol, id: DeclarationId): string | undefined {
  const index = indexDeclarations(protocol.declarations);
  if (!index.has(id)) return undefined;
  const trees = [...reachable(index, [id])].flatMap((found) => {
    const declaration = index.get(found);
    return declaration === undefined ? [] : [drawDeclaration(declaration).join("\n")];
  });
  return `${trees.join("\n\n")}\n`;
}
