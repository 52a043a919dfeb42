import type { RequestFrame } from "../../../generated/gateway/typescript/types.js";
import { formatErrors, type ValidRequest } from "../../../generated/gateway/typescript/validators.js";
import type { Caller } from "./connection.js";
import { errorShape, GatewayError } from "./gateway-error.js";
import type { GatewayState, HandledMethod, HandlerContext, Handlers } from "./handler.js";
import type { IdempotencyStore } from "./idempotency.js";
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
  if (!request.ok) {
    const message = `${frame.method}: ${formatErrors(request.errors)}`;
    throw new GatewayError("INVALID_REQUEST", message, { details: request.errors, retryable: false });
  }
  if (request.method === "connect")
    throw new GatewayError("INVALID_REQUEST", "connect: this connection is greeted already");
  const context: HandlerContext = { gateway: dispatch.gateway, caller };
  if (!("idempotencyKey" in request.params)) return callHandler(dispatch.handlers, request, context);
  const { client } = caller.hello;
  const keyed = {
    owner: client.instanceId ?? client.id,
    key: request.params.idempotencyKey,
    method: request.method,
    params: JSON.stringify(request.params),
  };
  return dispatch.answers.run(keyed, () => callHandler(dispatch.handlers, request, context));
}

function callHandler<M extends HandledMethod>(
  handlers: Handlers,
  request: ValidRequest<M>,
  context: HandlerContext,
): string | Promise<string> {
  const result = handlers[request.method](request.params, context);
  return result instanceof Promise ? result.then(JSON.stringify) : JSON.stringify(result);
}

/** Answers a request to the end: whatever happens, the client hears of it. */
export function serve(frame: RequestFrame, caller: Caller, dispatch: Dispatch): Promise<void> | undefined {
  const { connection } = caller;
  try {
    const payload = answer(frame, caller, dispatch);
    if (typeof payload === "string") return void connection.succeed(frame.id, payload);
    return payload.then(
      (text) => connection.succeed(frame.id, text),
      (error: unknown) => connection.fail(frame.id, errorShape(error)),
    );
  } catch (error) {
    connection.fail(frame.id, errorShape(error));
    return undefined;
  }
}
