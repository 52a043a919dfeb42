import type { Socket } from "node:net";

/** Peers that have not said who they are: from their first packet, whether a handshake ever follows or not. */
export interface Lobby {
  /** Lets a peer in. The oldest goes when there are too many, so that nobody can fill the lobby by staying. */
  enter(socket: Socket): void;
  /** A peer has a WebSocket: it gets the time for a handshake, and can be told why it is sent away. */
  introduce(socket: Socket, sendAway: SendAway): void;
  /** A peer has said who it is, and is no longer waiting. */
  admit(socket: Socket): void;
  /** Cuts off everyone who never got to a WebSocket: the gateway stops. */
  clear(): void;
}

/** Hangs up at once, with a reason. */
export type SendAway = (reason: string) => void;

/** How many may wait, and for how long: for a WebSocket, and for a handshake. */
export interface LobbyLimits {
  readonly capacity: number;
  readonly upgradeTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
}

interface Visitor {
  readonly patience: NodeJS.Timeout;
  /** Undefined where there is nobody to tell: the socket speaks no WebSocket yet. */
  readonly sendAway: SendAway | undefined;
}

/** Makes an empty lobby. */
export function createLobby({ capacity, upgradeTimeoutMs, handshakeTimeoutMs }: LobbyLimits): Lobby {
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
      const patience = setTimeout(() => remove(socket, "no WebSocket in time"), upgradeTimeoutMs);
      visitors.set(socket, { patience, sendAway: undefined });
      socket.once("close", () => admit(socket));
      const [oldest] = visitors.keys();
      if (visitors.size > capacity && oldest !== undefined) remove(oldest, "too many wait to connect");
    },
    introduce: (socket, sendAway) => {
      const visitor = visitors.get(socket);
      if (visitor === undefined) return;
      clearTimeout(visitor.patience);
      const patience = setTimeout(() => remove(socket, "no connect in time"), handshakeTimeoutMs);
      // In the place that it had: a WebSocket alone makes nobody newer.
      visitors.set(socket, { patience, sendAway });
    },
    admit,
    clear: () => {
      for (const [socket, { sendAway }] of visitors) if (sendAway === undefined) remove(socket, "");
    },
  };
}
