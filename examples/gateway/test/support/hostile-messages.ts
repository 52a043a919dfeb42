import { definitionsOf } from "../../../../src/json-schema/references.js";
import type { JsonSchema } from "../../../../src/json-schema/schema.js";
import { mutate } from "../../../../src/instances/mutate.js";
import { createRandom, type Random } from "../../../../src/instances/random.js";
import { validInstances } from "../../../../src/instances/valid-instances.js";
import { isJsonObject, type JsonValue } from "../../../../src/support/json.js";

/** What a hostile peer sends as one message. */
export interface HostileMessage {
  /** What is wrong with it, at least on purpose. */
  readonly kind: string;
  readonly data: string | Buffer;
  readonly isBinary?: boolean;
  /** Sends it in this many fragments. */
  readonly fragments?: number;
}

/** The gateway's document: the frame union's name, and the definitions. */
export interface HostileSource {
  readonly document: JsonValue;
  readonly methods: readonly string[];
  readonly maxPayload: number;
}

/** Makes an endless supply of messages for each seed. */
export function createHostileMessages(source: HostileSource): (seed: number) => Generator<HostileMessage, never> {
  const requests = validRequests(source);
  const curiosities = curiousMessages(source.maxPayload);
  return (seed) => hostileMessages(requests, curiosities, seed);
}

/** Endless messages, the same for the same seed: near misses, broken bytes, and what parsers fall over. */
function* hostileMessages(
  requests: readonly ValidRequest[],
  curiosities: readonly HostileMessage[],
  seed: number,
): Generator<HostileMessage, never> {
  const random = createRandom(seed);
  for (let turn = 0; ; turn += 1) {
    const { frame, schema } = random.pick(requests) ?? requests[0] ?? { frame: {}, schema: true };
    if (turn % 20 === 19) yield random.pick(curiosities) ?? { kind: "empty", data: "" };
    else if (turn % 4 === 3) yield { kind: "bytes", data: brokenBytes(JSON.stringify(frame), random) };
    else yield { kind: "near miss", data: JSON.stringify(mutatedFrame(frame, schema, random)) };
  }
}

interface ValidRequest {
  readonly frame: JsonValue;
  readonly schema: JsonSchema;
}

/** A few requests of every method with valid params. */
function validRequests({ document, methods }: HostileSource): readonly ValidRequest[] {
  const definitions = definitionsOf(isJsonObject(document) ? document : {});
  return methods.flatMap((method) => {
    const pascal = method.replaceAll(/(?:^|\.)(\w)/gu, (_match, letter: string) => letter.toUpperCase());
    const schema = definitions.get(`${pascal}Params`) ?? true;
    const instances = validInstances(schema, { definitions, seed: 1, count: 8 });
    return instances.map((params) => ({ schema, frame: { type: "req", id: "h", method, params } }));
  });
}

/** Several small changes: one alone is often still valid. */
function mutatedFrame(frame: JsonValue, schema: JsonSchema, random: Random): JsonValue {
  let mutated = frame;
  for (let change = 0; change <= random.below(3); change += 1) mutated = mutate(mutated, schema, random);
  return mutated;
}

/** Some bytes changed, lost, doubled or made up: often no UTF-8 any more. */
function brokenBytes(text: string, random: Random): Buffer {
  const bytes = [...Buffer.from(text)];
  for (let change = 0; change <= random.below(4); change += 1) {
    const at = random.below(bytes.length);
    const byte = random.below(256);
    const replaced = random.pick([[], [byte], [byte, byte], [bytes[at] ?? 0, byte]]) ?? [];
    bytes.splice(at, 1, ...replaced);
  }
  return Buffer.from(bytes);
}

function deep(open: string, close: string): string {
  return `${open.repeat(10_000)}1${close.repeat(10_000)}`;
}

function request(params: string, method = "system.echo"): string {
  return `{"type":"req","id":"h","method":"${method}","params":${params}}`;
}

function curiousMessages(maxPayload: number): readonly HostileMessage[] {
  const invoke = (params: string): string =>
    request(`{"nodeId":"local","command":"echo","idempotencyKey":"h","params":${params}}`, "node.invoke");
  return [
    ...[deep("[", "]"), deep('{"a":', "}")].flatMap((text) => [
      { kind: "depth", data: text },
      { kind: "depth", data: request(text) },
      { kind: "depth", data: invoke(text) },
    ]),
    ...["1e999", "-1e999", "9".repeat(400), "1e-999", "0.1e1000000000"].map((number) => ({
      kind: "huge number",
      data: request(`{"limit":${number}}`, "sessions.list"),
    })),
    { kind: "duplicate keys", data: '{"type":"req","type":"res","id":"h","id":"h","ok":true,"method":"health"}' },
    { kind: "duplicate keys", data: request('{"text":"a","text":1}') },
    ...["__proto__", "constructor", "toString", "hasOwnProperty", ""].flatMap((key) => [
      { kind: "strange key", data: request(`{"text":"a","${key}":{"isAdmin":true}}`) },
      { kind: "strange key", data: `{"type":"req","id":"h","method":"${key}","${key}":{}}` },
      { kind: "strange key", data: request("{}", key) },
    ]),
    { kind: "invalid UTF-8", data: Buffer.from([0x22, 0xc3, 0x28, 0xff, 0xfe, 0x22]) },
    { kind: "invalid UTF-8", data: Buffer.from(request('{"text":"\u{d800}"}'), "utf16le") },
    { kind: "lone surrogate", data: request('{"text":"\\ud800"}') },
    { kind: "binary", data: Buffer.from(request('{"text":"a"}')), isBinary: true },
    { kind: "binary", data: Buffer.alloc(1000, 0), isBinary: true },
    { kind: "fragments", data: request('{"text":"in many pieces"}'), fragments: 40 },
    { kind: "fragments", data: Buffer.from([0xe2, 0x82]), fragments: 2 },
    { kind: "too large", data: request(`{"text":"${"x".repeat(maxPayload)}"}`) },
    { kind: "too large", data: " ".repeat(maxPayload + 1), fragments: 8 },
    { kind: "large", data: request(`{"text":"${"x".repeat(maxPayload - 200)}"}`) },
    ...["", "null", "[]", "0", '""', "{", '{"type":"req"}', '{"type":"event"}', '{"type":null,"id":"h"}'].map(
      (data) => ({
        kind: "no frame",
        data,
      }),
    ),
  ];
}
