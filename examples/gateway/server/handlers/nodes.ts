import { GatewayError } from "../gateway-error.js";
import type { HandledMethod, Handlers } from "../handler.js";

/** Devices: what they can do, and how they are let in. */
export const nodeHandlers: Pick<Handlers, Extract<HandledMethod, `node.${string}`>> = {
  "node.list": (_params, { gateway: { nodes, now } }) => ({ ts: now(), nodes: [...nodes.list()] }),

  "node.invoke": ({ nodeId, command, params }, { gateway: { nodes } }) => {
    const node = nodes.list().find((known) => known.nodeId === nodeId);
    if (node === undefined) throw new GatewayError("NOT_PAIRED", `no node ${nodeId} is paired`);
    if (!node.connected) throw new GatewayError("UNAVAILABLE", `${nodeId} is not connected`, { retryable: true });
    if (!node.commands.includes(command)) {
      throw new GatewayError("INVALID_REQUEST", `${nodeId} has no command ${command}`, { details: node.commands });
    }
    return { nodeId, command, payload: params };
  },

  "node.pair.request": (params, { gateway: { nodes } }) => ({ status: "pending", ...nodes.request(params) }),

  "node.pair.list": (_params, { gateway: { nodes } }) => ({
    pending: [...nodes.pending()],
    paired: [...nodes.paired()],
  }),

  "node.pair.approve": ({ requestId }, { gateway: { nodes } }) => ({ requestId, ...nodes.approve(requestId) }),

  "node.pair.reject": ({ requestId }, { gateway: { nodes } }) => ({
    requestId,
    nodeId: nodes.reject(requestId).nodeId,
  }),

  "node.pair.verify": ({ nodeId, token }, { gateway: { nodes } }) => {
    const node = nodes.verify(nodeId, token);
    return node === undefined ? { ok: false } : { ok: true, node };
  },
};
