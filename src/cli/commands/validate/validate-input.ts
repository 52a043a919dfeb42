import type { DiagnosticPlace } from "../../../diagnostics/define-diagnostics.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { unreachable } from "../../../support/invariant.js";
import { nearest } from "../../../support/nearest.js";
import { validateDiagnostics } from "./diagnostics.js";
import { type JsonDocument, jsonDocuments } from "./documents.js";
import type { Fault } from "./fault.js";
import { type FrameHistory, frameContents } from "./frame-contents.js";
import type { Validators } from "./load-validators.js";
import { locateFault, type Position } from "./locate-fault.js";
import type { InputText } from "./read-input.js";

/** What values are validated against. */
export interface ValidationRequest {
  readonly protocol: Protocol;
  readonly validators: Validators;
  readonly definition: DeclarationId;
  /** For whole frames: the method of responses whose request is not in the same file. Undefined for any other value. */
  readonly frames: { readonly method: string | undefined } | undefined;
  readonly allErrors: boolean;
}

/** One value that was validated. */
export interface ValidatedDocument {
  /** For example `events.ndjson:3`. */
  readonly name: string;
  readonly findings: readonly Diagnostic[];
}

/** Validates every JSON value of a text. */
export function validateInput(input: InputText, request: ValidationRequest): readonly ValidatedDocument[] {
  const documents = jsonDocuments(input.text);
  const history: FrameHistory = { methods: new Map(), otherwise: request.frames?.method };
  return documents.map((document) => ({
    name: documents.length === 1 ? input.file : `${input.file}:${document.linesBefore + 1}`,
    findings: validateDocument(document, request, { file: input.file, history }),
  }));
}

function validateDocument(
  document: JsonDocument,
  request: ValidationRequest,
  { file, history }: { readonly file: string; readonly history: FrameHistory },
): readonly Diagnostic[] {
  const at = ({ line, column }: Position): DiagnosticPlace => ({
    location: { file, line: line + document.linesBefore, column },
  });
  const { parsed } = document;
  if (!parsed.ok) return [validateDiagnostics.create("not-json", { reason: parsed.reason }, at(parsed))];
  return findFaults(parsed.value, request, history).map(({ fault, definition }) => {
    const place = at(locateFault(document.text, fault));
    if (fault.keyword === "unknown-method" || fault.keyword === "unknown-event") {
      return unknownName(fault, request.protocol, place);
    }
    const explanation = request.validators.explain(fault);
    return validateDiagnostics.create("invalid", { explanation }, { path: definition, ...place });
  });
}

function unknownName({ keyword, params }: Fault, { methods, events }: Protocol, place: DiagnosticPlace): Diagnostic {
  const kind = keyword === "unknown-method" ? "method" : "event";
  const name = String(params["received"]);
  const known = (kind === "method" ? methods : events).map((one) => one.name);
  return validateDiagnostics.create("unknown-name", { kind, name, suggestion: nearest(name, known) }, place);
}

interface Found {
  readonly fault: Fault;
  readonly definition: DeclarationId;
}

/** What is wrong with a value, and, where it is a valid frame, with what it carries. */
function findFaults(value: unknown, request: ValidationRequest, history: FrameHistory): readonly Found[] {
  const { protocol, validators, definition, allErrors } = request;
  const faults = validators.check(definition, value, { allErrors });
  if (faults.length > 0 || request.frames === undefined) return faults.map((fault) => ({ fault, definition }));
  const contents = frameContents(value, protocol, history);
  switch (contents.kind) {
    case "none":
      return [];
    case "unknown-name": {
      const { of: kind, name: received, pointer: instancePath } = contents;
      const fault = { instancePath, schemaPath: "", keyword: `unknown-${kind}`, params: { received }, message: "" };
      return [{ fault, definition }];
    }
    case "typed": {
      const inside = validators.check(contents.definition, contents.value, { allErrors });
      const moved = inside.map((fault) => ({ ...fault, instancePath: contents.pointer + fault.instancePath }));
      return moved.map((fault) => ({ fault, definition: contents.definition }));
    }
    default:
      return unreachable(contents);
  }
}
