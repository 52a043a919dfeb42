import { createDiagnosticList } from "../../../diagnostics/collector.js";
import { inspectDeclaration, inspectProtocol } from "../../../ir/inspect/inspect-tree.js";
import { declarationJson, protocolJson } from "../../../ir/inspect/protocol-json.js";
import type { DeclarationId, Protocol } from "../../../ir/types.js";
import type { JsonValue } from "../../../support/json.js";
import { nearest } from "../../../support/nearest.js";
import { type Invocation, textOption } from "../../cli-command.js";
import { cliDiagnostics } from "../../diagnostics.js";
import type { ExitCode } from "../../exit-code.js";
import { exitCodeOf } from "../../exit-code-of.js";
import { couldNotRun, finish } from "../../finish.js";
import { lowerProtocols } from "../../lower-protocols.js";
import { openSource } from "../../open-source.js";
import { projectRoot } from "../../project-root.js";

/** Prints the lowered protocols, or the part that is named. */
export async function runInspect(invocation: Invocation): Promise<ExitCode> {
  const { options } = invocation;
  const diagnostics = createDiagnosticList();
  const opened = await openSource(invocation, diagnostics, { words: 1 });
  if (opened === undefined)
    return finish(invocation, couldNotRun("inspect", projectRoot(invocation), diagnostics.diagnostics));
  const { config, words } = opened;
  const protocols = await lowerProtocols(config, textOption(options, "protocol"), diagnostics);
  const [name] = words;
  const found = protocols.flatMap((protocol) => parts(protocol, name));
  if (name !== undefined && found.length === 0 && !diagnostics.hasErrors) {
    const suggestion = nearest(name, protocols.flatMap(knownNames));
    diagnostics.report(cliDiagnostics.create("unknown-definition", { name, suggestion }));
  }
  const json = Object.fromEntries(found.map(({ protocol, json: value }) => [protocol, value]));
  return finish(invocation, {
    command: "inspect",
    root: config.root,
    diagnostics: diagnostics.diagnostics,
    passed: found.map(({ protocol }) => protocol),
    results: { protocols: json },
    text: options["json"] === true ? `${JSON.stringify(json, null, 2)}\n` : found.map(({ tree }) => tree).join("\n"),
    exitCode: exitCodeOf(diagnostics.diagnostics),
  });
}

interface Part {
  readonly protocol: string;
  readonly tree: string;
  readonly json: JsonValue;
}

function parts(protocol: Protocol, name: string | undefined): readonly Part[] {
  if (name === undefined) {
    return [{ protocol: protocol.name, tree: inspectProtocol(protocol), json: JSON.parse(protocolJson(protocol)) }];
  }
  const ids = findDeclarations(protocol, name);
  if (ids.length === 0) return [];
  const trees = ids.map((id) => inspectDeclaration(protocol, id) ?? "");
  const documents = ids.map((id): JsonValue => JSON.parse(declarationJson(protocol, id) ?? "null"));
  return [
    {
      protocol: protocol.name,
      tree: trees.join("\n"),
      json: documents.length === 1 ? (documents[0] ?? null) : documents,
    },
  ];
}

/** The declarations that a name means: itself, or what a method or an event carries. For example `chat.send` → its params and result. */
function findDeclarations(protocol: Protocol, name: string): readonly DeclarationId[] {
  if (protocol.declarations.some(({ id }) => id === name)) return [name];
  const methods = protocol.methods.filter((method) => method.name === name);
  const events = protocol.events.filter((event) => event.name === name);
  const carried = [
    ...methods.flatMap(({ params, result }) => [params, result]),
    ...events.map(({ payload }) => payload),
  ];
  return carried.filter((id) => id !== undefined);
}

/** Every name that `findDeclarations` knows. */
function knownNames({ declarations, methods, events }: Protocol): readonly string[] {
  return [...declarations.map(({ id }) => id), ...methods.map(({ name }) => name), ...events.map(({ name }) => name)];
}
