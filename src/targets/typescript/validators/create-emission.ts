import { readPattern } from "../../../json-schema/pattern.js";
import { MAX_NESTING } from "../../../support/nesting.js";
import { acceptBody } from "./accept/accept-function.js";
import { inlineCheck } from "./accept/inline-check.js";
import { KEY } from "./accept/key-loop.js";
import { ALWAYS, atom, type Check, NEVER } from "./check.js";
import { saysNothing } from "./create-node.js";
import type { Emission } from "./emission.js";
import { findDeep, type IsDeep } from "./find-deep.js";
import { explainBody } from "./explain/explain-function.js";
import { type HelperName, withDependencies } from "./helpers.js";
import type { SchemaGraph, SchemaNode } from "./schema-node.js";

/** A generated function. */
export interface EmittedFunction {
  readonly name: string;
  /** Whether it counts how deep it stands, and throws where a value nests too deep. */
  readonly isDeep: boolean;
  readonly lines: readonly string[];
}

/** A regular expression that functions share. */
export interface EmittedPattern {
  readonly name: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every function of a module, with what came of asking for them. */
export interface FunctionEmission extends Pick<Emission, "isDeep" | "rule" | "use"> {
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
  const isDeep = findDeep(graph);
  const accepts = createQueue("a_", isDeep);
  const explains = createQueue("e_", isDeep);
  const patterns = new Map<string, EmittedPattern>();
  const helpers = new Set<HelperName>();
  const shared: Omit<Emission, "accept" | "call"> = {
    follow: (node) => graph.follow(node),
    isDeep: (node) => isDeep(graph.follow(node)),
    rule(node) {
      accepts.nameOf(graph.follow(node));
      return explains.nameOf(graph.follow(node));
    },
    isNever: (node) => node !== undefined && graph.follow(node).never === true,
    pattern(pattern) {
      const known = patterns.get(pattern) ?? emittedPattern(pattern, patterns.size);
      patterns.set(pattern, known);
      return known.name;
    },
    use(helper) {
      helpers.add(helper);
      return helper;
    },
  };
  const nameOf = (node: SchemaNode): string => accepts.nameOf(node);
  // An accept function knows how deep it stands and tells those that it calls; an explanation has them start anew.
  const accepting = withCalls(shared, (node, value) =>
    isDeep(node) ? `${nameOf(node)}(${value}${levelAfter(value)})` : `${nameOf(node)}(${value})`,
  );
  const limitLines = (node: SchemaNode): readonly string[] =>
    isDeep(node) ? [`if (d >= ${MAX_NESTING}) ${shared.use("limit")}(v);`] : [];
  const explaining = withCalls(shared, (node, value) => `${nameOf(node)}(${value})`);
  return {
    isDeep: shared.isDeep,
    acceptName: (node) => nameOf(graph.follow(node)),
    rule: shared.rule,
    use: shared.use,
    finish() {
      // Explanations ask for accept functions, never the other way round.
      const explained = explains.write((node) => {
        if (isDeep(node)) shared.use("limited");
        return explainBody(node, explaining);
      });
      const accepted = accepts.write((node) => [...limitLines(node), ...acceptBody(node, accepting)]);
      return {
        accepts: accepted,
        explains: explained,
        patterns: [...patterns.values()],
        helpers: withDependencies(helpers),
      };
    },
  };
}

/** How an accept function calls another one. */
type WriteCall = (node: SchemaNode, value: string) => string;

/** An emission that calls accept functions in one way, and writes the short ones in place. */
function withCalls(shared: Omit<Emission, "accept" | "call">, write: WriteCall): Emission {
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
  const emission: Emission = {
    ...shared,
    accept: (node, value) => inline(shared.follow(node), value) ?? emission.call(node, value),
    call(node, value) {
      const found = shared.follow(node);
      if (found.never) return NEVER;
      return saysNothing(found) ? ALWAYS : atom(write(found, value));
    },
  };
  return emission;
}

/**
 * How many levels of the whole value are around `value`, as the second argument of a function that counts them. The
 * caller knows it of its own `v`, but for keys: they hold nothing, so that a caller with names to check need not count.
 */
function levelAfter(value: string): string {
  if (value === KEY) return "";
  return value === "v" ? ", d" : ", d + 1";
}

/** Functions that are named when they are asked for and written later, since they may ask for themselves. */
interface FunctionQueue {
  nameOf(node: SchemaNode): string;
  write(body: (node: SchemaNode) => readonly string[]): readonly EmittedFunction[];
}

function createQueue(prefix: string, isDeep: IsDeep): FunctionQueue {
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
        written.push({ name: names.get(node.hash) ?? "", isDeep: isDeep(node), lines: body(node) });
      }
      return written;
    },
  };
}

function emittedPattern(pattern: string, index: number): EmittedPattern {
  const reading = readPattern(pattern);
  return { name: `pattern${index}`, pattern, flags: "flags" in reading ? reading.flags : "" };
}
