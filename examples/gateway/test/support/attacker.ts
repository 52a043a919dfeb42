import { WebSocket } from "ws";
import type { HostileMessage } from "./hostile-messages.js";
import { connectFrame } from "./raw-client.js";
import { heard } from "./raw-socket.js";

/** What became of a hostile message. */
export type Fate = "result" | "error" | "close";

/** A peer that sends one message after the other, each when the one before was answered, and comes back when it is thrown out. */
export interface Attacker {
  attack(message: HostileMessage): Promise<Fate>;
  stop(): void;
}

/** Makes an attacker. */
export function createAttacker(url: string): Attacker {
  let socket: WebSocket | undefined;
  const open = async (): Promise<WebSocket> => {
    const opened = new WebSocket(url, { perMessageDeflate: false });
    // What the gateway says after it was broken off is of no interest.
    opened.on("error", () => undefined);
    await heard(opened, "open");
    if (opened.readyState === opened.CLOSED) return opened;
    opened.send(JSON.stringify(connectFrame()));
    await fateOf(opened);
    return opened;
  };
  return {
    attack: async (message) => {
      socket ??= await open();
      if (socket.readyState === socket.CLOSED) {
        socket = undefined;
        return "close";
      }
      const fate = fateOf(socket);
      sendTo(socket, message);
      if ((await fate) === "close") socket = undefined;
      return fate;
    },
    stop: () => socket?.terminate(),
  };
}

function fateOf(socket: WebSocket): Promise<Fate> {
  return new Promise((resolve) => {
    const settle = (fate: Fate): void => {
      socket.off("message", onMessage).off("close", onClose);
      resolve(fate);
    };
    const onClose = (): void => settle("close");
    const onMessage = (data: unknown): void => {
      const { type, ok }: { readonly type: string; readonly ok?: boolean } = JSON.parse(String(data));
      if (type === "res") settle(ok === true ? "result" : "error");
    };
    socket.on("message", onMessage).on("close", onClose);
  });
}

function sendTo(socket: WebSocket, { data, isBinary = false, fragments = 1 }: HostileMessage): void {
  const bytes = Buffer.from(data);
  const size = Math.max(1, Math.ceil(bytes.length / fragments));
  for (let start = 0; start === 0 || start < bytes.length; start += size) {
    const fin = start + size >= bytes.length;
    socket.send(bytes.subarray(start, start + size), { binary: isBinary, fin });
  }
}
