import type { EventEmitter } from "node:events";
import { connect, type Socket } from "node:net";

/** Resolves with the first such event, or when the socket is closed; an error alone is neither. */
export function heard(socket: EventEmitter, event = "close"): Promise<void> {
  return new Promise((resolve) => socket.once(event, () => resolve()).once("close", () => resolve()));
}

/** How a peer asks for a WebSocket, with the compression that nobody has to grant. */
export function upgradeRequest(url: string): string {
  return [
    "GET / HTTP/1.1",
    `Host: ${new URL(url).host}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
    "\r\n",
  ].join("\r\n");
}

/** A TCP connection that has said so much, and does nothing by itself: it answers no close frame and no ping. */
export async function openSocket(url: string, text: string): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1" });
  // What becomes of it is seen from "close".
  socket.on("error", () => undefined);
  await heard(socket, "connect");
  if (text !== "" && !socket.destroyed) socket.write(text);
  return socket;
}

/** A WebSocket frame of a client, masked with zeros. `head` is its first byte: flags and opcode. */
export function frameOf(head: number, payload: Buffer): Buffer {
  const isShort = payload.length < 126;
  const length = Buffer.alloc(isShort ? 0 : 8);
  if (!isShort) length.writeBigUInt64BE(BigInt(payload.length));
  return Buffer.concat([
    Buffer.from([head, 0x80 | (isShort ? payload.length : 127)]),
    length,
    Buffer.alloc(4),
    payload,
  ]);
}

/** First bytes of frames: the last fragment of a text, the same compressed, and a ping. */
export const FrameHead = { text: 0x81, compressedText: 0xc1, ping: 0x89 } as const;
