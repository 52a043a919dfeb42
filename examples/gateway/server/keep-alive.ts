import type { WebSocket, WebSocketServer } from "ws";
import type { Hub } from "./hub.js";

/** What keeping connections alive takes. */
export interface KeepAliveOptions {
  readonly sockets: WebSocketServer;
  readonly hub: Hub;
  readonly now: () => number;
  readonly intervalMs: number;
}

/**
 * Sends `tick` to everyone, and pings every socket. A socket that has answered none of the last two pings is gone, or
 * never reads: it is cut off. Gives the function that stops it.
 */
export function keepAlive({ sockets, hub, now, intervalMs }: KeepAliveOptions): () => void {
  const unanswered = new WeakMap<WebSocket, number>();
  sockets.on("connection", (socket) => socket.on("pong", () => unanswered.delete(socket)));
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      const pings = unanswered.get(socket) ?? 0;
      if (pings === 2) {
        socket.terminate();
      } else {
        unanswered.set(socket, pings + 1);
        socket.ping();
      }
    }
    hub.broadcast("tick", { ts: now() });
  }, intervalMs);
  return () => clearInterval(timer);
}
