import type { Socket } from "node:net";

/** Peers that have not said who they are: from their first packet, whether a handshake ever follows or not. */
export interface Lobby {
  /** Lets a peer in. The oldest goes when there are too many, so that nobody can fill the lobby by staying. */
  enter(socket: Socket): void;
  /** Says how to send a peer away with a reason. Without one its socket is cut off. */
  introduce(socket: Socket, sendAway: SendAway): void;
  /** A peer has said who it is, and is no longer waiting. */
  admit(socket: Socket): void;
  /** Cuts off everyone who never got to a WebSocket: the gateway stops. */
  clear(): void;
}

/** Hangs up at once, with a reason. */
export type SendAway = (reason: string) => void;

interface Visitor {
  readonly patience: NodeJS.Timeout;
  sendAway: SendAway | undefined;
}

/** Makes an empty lobby. Who is not admitted in time is sent away. */
export function createLobby(limits: { readonly capacity: number; readonly timeoutMs: number }): Lobby {
  const visitors = new Map<Socket, Visitor>();
  const admit = (socket: Socket): void => {
    clearTimeout(visitors.get(socket)?.patience);
    visitors.delete(socket);
  };
  const remove = (socket: Socket, reason: string): void => {
    const sendAway = visitors.get(socket)?.sendAway;
    admit(socket);
    sendAway?.(reason);
    socket.destroy();
  };
  return {
    enter: (socket) => {
      const patience = setTimeout(() => remove(socket, "no connect in time"), limits.timeoutMs);
      visitors.set(socket, { patience, sendAway: undefined });
      socket.once("close", () => admit(socket));
      const [oldest] = visitors.keys();
      if (visitors.size > limits.capacity && oldest !== undefined) remove(oldest, "too many wait to connect");
    },
    introduce: (socket, sendAway) => {
      const visitor = visitors.get(socket);
      if (visitor !== undefined) visitor.sendAway = sendAway;
    },
    admit,
    clear: () => {
      for (const [socket, { sendAway }] of visitors) if (sendAway === undefined) remove(socket, "");
    },
  };
}
