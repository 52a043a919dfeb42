import type { RequestFrame } from "../../../generated/gateway/typescript/types.js";
import type { ValidRequest } from "../../../generated/gateway/typescript/validators.js";
import type { Caller } from "./connection.js";
import { errorShape, GatewayError } from "./gateway-error.js";
import type { GatewayState, HandledMethod, HandlerContext, Handlers } from "./handler.js";
import type { IdempotencyStore } from "./idempotency.js";
import { invalidRequest } from "./invalid-request.js";
import type { Validation } from "./validation.js";

/** What answering a request takes. */
export interface Dispatch {
  readonly validation: Validation;
  readonly handlers: Handlers;
  readonly gateway: GatewayState;
  readonly answers: IdempotencyStore;
}

/** Answers a request: with a result as JSON text, at once or later. Throws, or rejects, with what went wrong. */
export function answer(frame: RequestFrame, caller: Caller, dispatch: Dispatch): string | Promise<string> {
  const request = dispatch.validation.validateRequest(frame.method, frame.params ?? {});
  if (!request.ok) throw invalidRequest(`${frame.method}: `, request.errors);
  if (request.method === "connect")
    throw new GatewayError("INVALID_REQUEST", "connect: this connection is greeted already");
  const context: HandlerContext = { gateway: dispatch.gateway, caller };
  if (!("idempotencyKey" in request.params)) return callHandler(dispatch.handlers, request, context);
  const { idempotencyKey: key, ...params } = request.params;
  const keyed = { owner: ownerOf(caller), key, method: request.method, params };
  return dispatch.answers.run(keyed, () => callHandler(dispatch.handlers, request, context));
}

/** Whose keys these are: an installation's, on every connection of it; else this connection's alone. */
function ownerOf({ connection, hello: { client } }: Caller): string {
  const { id, instanceId } = client;
  return JSON.stringify(instanceId === undefined ? [connection.id] : [id, instanceId]);
}

function callHandler<M extends HandledMethod>(
  handlers: Handlers,
  request: ValidRequest<M>,
  context: HandlerContext,
): string | Promise<string> {
  const result = handlers[request.method](request.params, context);
  return result instanceof Promise ? result.then(JSON.stringify) : JSON.stringify(result);
}

/** Answers a request to the end: whatever happens, the client hears of it, and of the events that it caused after that. */
export function serve(frame: RequestFrame, caller: Caller, dispatch: Dispatch): Promise<void> | undefined {
  const { connection } = caller;
  return dispatch.gateway.hub.duringCall((answered) => {
    const succeed = (text: string): void => {
      connection.succeed(frame.id, text);
      answered();
    };
    const fail = (error: unknown): void => {
      connection.fail(frame.id, errorShape(error));
      answered();
    };
    try {
      const payload = answer(frame, caller, dispatch);
      return typeof payload === "string" ? void succeed(payload) : payload.then(succeed, fail);
    } catch (error) {
      return void fail(error);
    }
  });
}
