import { readPattern } from "../../../json-schema/pattern.js";
import { acceptBody } from "./accept/accept-function.js";
import { inlineCheck } from "./accept/inline-check.js";
import { ALWAYS, atom, type Check, NEVER } from "./check.js";
import { saysNothing } from "./create-node.js";
import type { Emission } from "./emission.js";
import { explainBody } from "./explain/explain-function.js";
import { type HelperName, withDependencies } from "./helpers.js";
import type { SchemaGraph, SchemaNode } from "./schema-node.js";

/** A generated function. */
export interface EmittedFunction {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A regular expression that functions share. */
export interface EmittedPattern {
  readonly name: string;
  readonly pattern: string;
  readonly flags: string;
}

/** An emission with what came of it. */
export interface FunctionEmission extends Emission {
  /** The name of the function that tells whether a value is valid. */
  acceptName(node: SchemaNode): string;
  /** Writes every function that was asked for, and those that they ask for. */
  finish(): EmittedFunctions;
}

/** Everything that was asked for, each once, in the order in which it was first needed. */
export interface EmittedFunctions {
  readonly accepts: readonly EmittedFunction[];
  readonly explains: readonly EmittedFunction[];
  readonly patterns: readonly EmittedPattern[];
  readonly helpers: ReadonlySet<string>;
}

/** Seven hexadecimal digits tell functions apart; where two agree in them, the later one takes more. */
const NAME_LENGTH = 7;

/** Makes an emission for the nodes of a graph. */
export function createEmission(graph: SchemaGraph): FunctionEmission {
  const accepts = createQueue("a_");
  const explains = createQueue("e_");
  const patterns = new Map<string, EmittedPattern>();
  const helpers = new Set<HelperName>();
  const inlined = new Map<string, Check | undefined>();

  const inline = (node: SchemaNode, value: string): Check | undefined => {
    const key = `${value} ${node.hash}`;
    if (inlined.has(key)) return inlined.get(key);
    // A schema that is met again while it is being written is recursive: that takes a function.
    inlined.set(key, undefined);
    const check = inlineCheck(node, value, emission);
    inlined.set(key, check);
    return check;
  };
  const emission: FunctionEmission = {
    follow: (node) => graph.follow(node),
    accept: (node, value) => inline(graph.follow(node), value) ?? emission.call(node, value),
    call(node, value) {
      const found = graph.follow(node);
      if (found.never) return NEVER;
      if (saysNothing(found)) return ALWAYS;
      return atom(`${accepts.nameOf(found)}(${value})`);
    },
    rule(node) {
      accepts.nameOf(graph.follow(node));
      return explains.nameOf(graph.follow(node));
    },
    isNever: (node) => node !== undefined && graph.follow(node).never === true,
    acceptName: (node) => accepts.nameOf(graph.follow(node)),
    pattern(pattern) {
      const known = patterns.get(pattern) ?? emittedPattern(pattern, patterns.size);
      patterns.set(pattern, known);
      return known.name;
    },
    use(helper) {
      helpers.add(helper);
      return helper;
    },
    finish() {
      // Explanations ask for accept functions, never the other way round.
      const explained = explains.write((node) => explainBody(node, emission));
      const accepted = accepts.write((node) => acceptBody(node, emission));
      return {
        accepts: accepted,
        explains: explained,
        patterns: [...patterns.values()],
        helpers: withDependencies(helpers),
      };
    },
  };
  return emission;
}

/** Functions that are named when they are asked for and written later, since they may ask for themselves. */
interface FunctionQueue {
  nameOf(node: SchemaNode): string;
  write(body: (node: SchemaNode) => readonly string[]): readonly EmittedFunction[];
}

function createQueue(prefix: string): FunctionQueue {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const waiting: SchemaNode[] = [];
  return {
    nameOf(node) {
      const known = names.get(node.hash);
      if (known !== undefined) return known;
      let length = NAME_LENGTH;
      while (taken.has(node.hash.slice(0, length)) && length < node.hash.length) length++;
      const name = `${prefix}${node.hash.slice(0, length)}`;
      taken.add(node.hash.slice(0, length));
      names.set(node.hash, name);
      waiting.push(node);
      return name;
    },
    write(body) {
      const written: EmittedFunction[] = [];
      for (const node of waiting) {
        written.push({ name: names.get(node.hash) ?? "", lines: body(node) });
      }
      return written;
    },
  };
}

function emittedPattern(pattern: string, index: number): EmittedPattern {
  const reading = readPattern(pattern);
  return { name: `pattern${index}`, pattern, flags: "flags" in reading ? reading.flags : "" };
}
