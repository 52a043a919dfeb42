import { once } from "node:events";
import { WebSocket } from "ws";

/** What clients send in turn: reads and writes, small and of some size. */
const REQUESTS: readonly (readonly [string, object])[] = [
  ["health", {}],
  ["system.echo", { text: "The quick brown fox jumps over the lazy dog." }],
  ["sessions.list", { limit: 50, activeMinutes: 60, includeGlobal: true }],
  [
    "poll",
    {
      to: "whatsapp:group:42",
      question: "When shall we meet?",
      options: ["Monday", "Tuesday", "Wednesday", "Thursday"],
      maxSelections: 2,
      durationHours: 24,
      idempotencyKey: "",
    },
  ],
  ["send", { to: "+43 1 234", message: "On my way, ten minutes. ".repeat(8), channel: "loopback", idempotencyKey: "" }],
  ["node.list", {}],
];

/** A client that keeps a gateway busy. */
export interface LoadClient {
  /** Sends so many requests, at most `window` of them unanswered at a time. */
  flood(count: number, window: number): Promise<void>;
  /** Sends so many requests at an even rate per second; gives how long each took, in milliseconds. */
  pace(count: number, rate: number): Promise<readonly number[]>;
  close(): void;
}

/** Connects. Throws for an answer that is an error: a gateway that refuses is not busy. */
export async function connectLoadClient(url: string): Promise<LoadClient> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, "open");
  const client = { id: "load", version: "1", platform: "node", mode: "test" };
  const params = { minProtocol: 3, maxProtocol: 3, client };
  socket.send(JSON.stringify({ type: "req", id: "c", method: "connect", params }));
  await once(socket, "message");
  let answered = nobodyAsked;
  socket.on("message", (data) => {
    const text = String(data);
    if (text.startsWith('{"type":"event"')) return;
    if (text.includes('"ok":false')) throw new Error(text);
    answered();
  });
  let sent = 0;
  const send = (): void => {
    const [method, request] = REQUESTS[sent % REQUESTS.length] ?? ["health", {}];
    const key = "idempotencyKey" in request ? { idempotencyKey: `${process.pid}-${sent}` } : {};
    socket.send(JSON.stringify({ type: "req", id: String(sent), method, params: { ...request, ...key } }));
    sent += 1;
  };
  return {
    flood: (count, window) =>
      new Promise((resolve) => {
        let [toSend, toCome] = [count, count];
        answered = () => {
          toCome -= 1;
          if (toSend > 0) {
            toSend -= 1;
            send();
          }
          if (toCome === 0) resolve();
        };
        for (; toSend > count - window; toSend -= 1) send();
      }),
    pace: (count, rate) =>
      new Promise((resolve) => {
        const [started, took] = [new Array<number>(), new Array<number>()];
        answered = () => {
          took.push(performance.now() - (started[took.length] ?? 0));
          if (took.length === count) resolve(took);
        };
        const begin = performance.now();
        const step = (): void => {
          const due = Math.min(count, ((performance.now() - begin) / 1000) * rate);
          while (started.length < due) {
            started.push(performance.now());
            send();
          }
          if (started.length < count) setTimeout(step, 1);
        };
        step();
      }),
    close: () => socket.close(),
  };
}

/** Answers before the first request. */
function nobodyAsked(): void {}
