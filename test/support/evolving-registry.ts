import { type TObject, type TSchema, Type } from "@sinclair/typebox";
import type { Registry } from "../../src/registry/registry.js";

/** The two versions of a small protocol: the second only adds. */
export function evolvingRegistry(version: "previous" | "current"): Registry {
  const isCurrent = version === "current";
  const added = (properties: Readonly<Record<string, TSchema>>) => (isCurrent ? properties : {});
  const request = frame("req", { id: Type.String(), method: Type.String(), params: Type.Optional(Type.Unknown()) });
  const event = frame("event", {
    event: Type.String(),
    ...added({ seq: Type.Optional(Type.Integer()) }),
    payload: Type.Optional(Type.Unknown()),
  });
  const ping = frame("ping", { n: Type.Integer() });
  return {
    source: "evolving.ts",
    schemas: new Map<string, object>(
      Object.entries({
        ...added({ Added: Type.Object({ Mode: Type.String() }), Mode: Type.String(), Where: Type.Literal("x") }),
        SendParams: sendParams(isCurrent),
        ...added({ Here: Type.Object({ here: Type.String() }), Source: Type.Integer() }),
        TickEvent: tickEvent(isCurrent),
        Request: request,
        Event: event,
        ...added({ Ping: ping }),
        Frame: Type.Union(withAdded(isCurrent, ping, [request, event]), { discriminator: "type" }),
      }),
    ),
    version: isCurrent ? 2 : 1,
    minVersions: [],
    errorCodes: isCurrent ? ["ADDED", "UNAVAILABLE"] : ["UNAVAILABLE"],
    methods: [...(isCurrent ? [{ name: "added", params: "Added", metadata: {} }] : []), { name: "send", metadata: {} }],
    events: [...(isCurrent ? [{ name: "added", payload: "Added", metadata: {} }] : []), { name: "tick", metadata: {} }],
    docs: new Map(),
    files: [],
  };
}

function closed(properties: Readonly<Record<string, TSchema>>): TObject {
  return Type.Object({ ...properties }, { additionalProperties: false });
}

function frame(type: string, properties: Readonly<Record<string, TSchema>>): TObject {
  return closed({ type: Type.Literal(type), ...properties });
}

function sendParams(isCurrent: boolean): TObject {
  const modes = isCurrent ? ["added", "quick", "slow"] : ["quick", "slow"];
  const here = closed({ kind: Type.Literal("here"), room: Type.Integer(), ...optional(isCurrent, "floor") });
  const there = closed({ kind: Type.Literal("there") });
  const added = closed({ kind: Type.Literal("nowhere") });
  return closed({
    to: Type.String(),
    ...optional(isCurrent, "cc"),
    text: Type.String(),
    mode: Type.Union(modes.map((mode) => Type.Literal(mode))),
    where: Type.Optional(Type.Union(withAdded(isCurrent, added, [here, there]))),
  });
}

function tickEvent(isCurrent: boolean): TObject {
  return closed({
    ts: Type.Integer(),
    ...optional(isCurrent, "zone"),
    source: Type.Optional(closed({ ...optional(isCurrent, "kind"), name: Type.String() })),
    tags: Type.Optional(Type.Array(Type.String())),
  });
}

function optional(isThere: boolean, name: string): Readonly<Record<string, TSchema>> {
  return isThere ? { [name]: Type.Optional(Type.String()) } : {};
}

/** The variants, the added one first. */
function withAdded(isThere: boolean, added: TSchema, variants: readonly TSchema[]): TSchema[] {
  return isThere ? [added, ...variants] : [...variants];
}
