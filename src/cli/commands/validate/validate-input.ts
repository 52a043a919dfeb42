import type { DiagnosticPlace } from "../../../diagnostics/define-diagnostics.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { DeclarationId, Protocol } from "../../../ir/types.js";
import { unreachable } from "../../../support/invariant.js";
import { nearest } from "../../../support/nearest.js";
import type { Position } from "../../../support/position-at.js";
import { LONGEST_TEXT } from "./byte-lines.js";
import { validateDiagnostics } from "./diagnostics.js";
import type { JsonDocument } from "./documents.js";
import type { Fault } from "./fault.js";
import { type FrameHistory, frameContents } from "./frame-contents.js";
import type { Validators } from "./load-validators.js";
import { locateFaults } from "./locate-faults.js";
import { readJson } from "./read-json.js";

/** What values are validated against. */
export interface ValidationRequest {
  readonly protocol: Protocol;
  readonly validators: Validators;
  readonly definition: DeclarationId;
  /** For whole frames: the method of responses whose request is not in the same file. Undefined for any other value. */
  readonly frames: { readonly method: string | undefined } | undefined;
  readonly allErrors: boolean;
}

/** Validates the values of one input, in order. For example `const find = createValidation(request, "a.json")`. */
export type InputValidation = (document: JsonDocument) => readonly Diagnostic[];

/** How many requests are remembered for their responses. */
const REMEMBERED = 100_000;

/** Starts with an input: what its frames answer is known from the frames before. */
export function validateInput(request: ValidationRequest, file: string): InputValidation {
  const history: FrameHistory = { methods: new Map(), otherwise: request.frames?.method };
  let hasForgotten = false;
  return (document) => {
    const findings = validateDocument(document, request, { file, history });
    const [oldest] = history.methods.size > REMEMBERED ? history.methods.keys() : [];
    if (oldest === undefined) return findings;
    history.methods.delete(oldest);
    if (hasForgotten) return findings;
    hasForgotten = true;
    const place = { location: { file, line: document.linesBefore + 1, column: 1 } };
    return [...findings, validateDiagnostics.create("many-requests", { remembered: REMEMBERED }, place)];
  };
}

function validateDocument(
  document: JsonDocument,
  request: ValidationRequest,
  { file, history }: { readonly file: string; readonly history: FrameHistory },
): readonly Diagnostic[] {
  const at = ({ line, column }: Position): DiagnosticPlace => ({
    location: { file, line: line + document.linesBefore, column },
  });
  if (document.isTooLong) {
    return [validateDiagnostics.create("too-long", { bytes: LONGEST_TEXT }, at({ line: 1, column: 1 }))];
  }
  const read = readJson(document.bytes);
  switch (read.kind) {
    case "not-json":
      return [validateDiagnostics.create("not-json", { reason: read.reason }, at(read.position))];
    case "not-utf8": {
      const { byte, index, position } = read;
      return [validateDiagnostics.create("not-utf8", { byte, offset: document.offset + index }, at(position))];
    }
    case "too-deep":
      return [validateDiagnostics.create("too-deep", {}, { path: request.definition, ...at(read.position) })];
    case "value": {
      const found = findFaults(read.value, request, history);
      const positions = locateFaults(
        read.text,
        found.map(({ fault }) => fault),
      );
      return found.map((one, index) => describe(one, request, at(positions[index] ?? { line: 1, column: 1 })));
    }
    default:
      return unreachable(read);
  }
}

function describe({ fault, definition }: Found, request: ValidationRequest, place: DiagnosticPlace): Diagnostic {
  if (fault.keyword === "unknown-method" || fault.keyword === "unknown-event") {
    return unknownName(fault, request.protocol, place);
  }
  const explanation = request.validators.explain(fault);
  return validateDiagnostics.create("invalid", { explanation }, { path: definition, ...place });
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
