import { randomBytes, randomUUID } from "node:crypto";
import type {
  NodeInfo,
  NodePairRequestParams,
  NodePairingRequest,
  PairedNode,
} from "../../../../generated/gateway/typescript/types.js";
import { BoundedMap } from "../bounded-map.js";
import { GatewayError } from "../gateway-error.js";
import { requireShort } from "../require-short.js";
import { tokenMatches } from "../token-matches.js";

const LIMITS = { entries: 256, characters: 256 * 1024 };
const MAX_NODE = 8 * 1024;

/** The device that is always there: it gives back the params of its one command. */
const LOCAL: NodeInfo = { nodeId: "local", caps: [], commands: ["echo"], paired: true, connected: true };

/** Devices: those that wait for consent, and those that have it. */
export interface Nodes {
  list(): readonly NodeInfo[];
  pending(): readonly NodePairingRequest[];
  paired(): readonly PairedNode[];
  /** `created` is false where the node was waiting already. Throws a `GatewayError` where it says too much of itself. */
  request(params: NodePairRequestParams): { readonly created: boolean; readonly request: NodePairingRequest };
  /** Throws a `GatewayError` where no such request waits. */
  approve(requestId: string): { readonly node: PairedNode; readonly token: string };
  reject(requestId: string): NodePairingRequest;
  verify(nodeId: string, token: string): PairedNode | undefined;
}

interface Approved {
  readonly node: PairedNode;
  readonly token: string;
}

/** Makes the devices of a gateway that knows only itself. */
export function createNodes(now: () => number): Nodes {
  const waiting = new BoundedMap<NodePairingRequest>(LIMITS);
  const approved = new BoundedMap<Approved>(LIMITS);

  const take = (requestId: string): NodePairingRequest => {
    const request = waiting.get(requestId);
    if (request === undefined) throw new GatewayError("INVALID_REQUEST", `no node waits with request ${requestId}`);
    waiting.delete(requestId);
    return request;
  };
  const paired = (): readonly PairedNode[] => approved.values().map(({ node }) => node);

  return {
    list: () => [LOCAL, ...paired().map(nodeInfo)],
    pending: () => waiting.values(),
    paired,
    request: ({ idempotencyKey: _key, silent: _silent, ...asked }) => {
      requireShort("a node", asked, MAX_NODE);
      const earlier = waiting.values().find(({ nodeId }) => nodeId === asked.nodeId);
      if (earlier !== undefined) return { created: false, request: earlier };
      const isRepair = approved.get(asked.nodeId) !== undefined;
      const request: NodePairingRequest = { requestId: randomUUID(), ...asked, isRepair, ts: now() };
      waiting.set(request.requestId, request);
      return { created: true, request };
    },
    approve: (requestId) => {
      const { requestId: _id, remoteIp: _ip, isRepair: _repair, ts, ...about } = take(requestId);
      const node: PairedNode = { ...about, createdAtMs: ts, approvedAtMs: now() };
      const token = randomBytes(24).toString("base64url");
      approved.set(node.nodeId, { node, token });
      return { node, token };
    },
    reject: take,
    verify: (nodeId, token) => {
      const known = approved.get(nodeId);
      return known !== undefined && tokenMatches(known.token, token) ? known.node : undefined;
    },
  };
}

function nodeInfo({ createdAtMs: _created, approvedAtMs: _approved, ...about }: PairedNode): NodeInfo {
  return { ...about, caps: [], commands: [], paired: true, connected: false };
}
