import type { StandardSchemaV1 } from "@standard-schema/spec";
import { initTRPC } from "@trpc/server";
import { buildSync } from "esbuild";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emptyFolder, typecheck, writeInto } from "./support/typecheck.js";
import { printTypescript, sources } from "./support/typescript-samples.js";
import type { ChatSendParams, TickEvent } from "../generated/gateway/typescript/types.js";
import { validateChatSendParams, validateTickEvent } from "../generated/gateway/typescript/validators.js";

/** The specification's own example of a consumer. */
async function parseStandard<Schema extends StandardSchemaV1>(
  schema: Schema,
  input: StandardSchemaV1.InferInput<Schema>,
): Promise<StandardSchemaV1.InferOutput<Schema>> {
  const result = await schema["~standard"].validate(input);
  if (result.issues) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const { procedure, router, createCallerFactory } = initTRPC.create();
const app = router({
  send: procedure
    .input(validateChatSendParams)
    .output(validateTickEvent)
    .mutation(({ input }) => ({ ts: input.message.length })),
});
const caller = createCallerFactory(app)({});

describe("every validator is a Standard Schema", () => {
  it("of version 1, with types", async () => {
    const schema: StandardSchemaV1<TickEvent, TickEvent> = validateTickEvent;
    const { version, vendor } = schema["~standard"];
    expect({ version, vendor }).toEqual({ version: 1, vendor: "typewire" });
    const tick: TickEvent = await parseStandard(validateTickEvent, { ts: 1 });
    expect(tick).toEqual({ ts: 1 });
  });

  it("that names every issue, and the way to it", () => {
    expect(validateTickEvent["~standard"].validate({ ts: "now", other: 1 })).toEqual({
      issues: expect.arrayContaining([
        expect.objectContaining({ message: "must be integer", path: ["ts"] }),
        expect.objectContaining({ message: "must NOT have additional property 'other'", path: [] }),
      ]),
    });
  });

  it("with numbers for the positions in lists, and keys as they are", async () => {
    const { validateChatMessage, validateHealthResult } = await import("../generated/gateway/typescript/validators.js");
    expect(
      validateChatMessage["~standard"].validate({ role: "user", content: [{ type: "text", text: 1 }] }),
    ).toMatchObject({
      issues: [{ message: "must be string", path: ["content", 0, "text"] }],
    });
    const health = { ok: true, channels: { "a/b~0": { linked: 1 } } };
    expect(validateHealthResult["~standard"].validate(health)).toMatchObject({
      issues: [{ message: "must be boolean", path: ["channels", "a/b~0", "linked"] }],
    });
  });

  it("that tRPC takes for inputs and outputs", async () => {
    const params: ChatSendParams = { sessionKey: "main", message: "hi", idempotencyKey: "1" };
    expect(await caller.send(params)).toEqual({ ts: 2 });
    const { message: _, ...without } = params;
    const wrong: object = without;
    await expect(caller.send(Object(wrong))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("whichever engine validates", async () => {
    const folder = emptyFolder("standard-schema");
    for (const engine of ["ajv", "standalone"]) {
      for (const { path, text } of await printTypescript(sources["gateway"] ?? "", { engine })) {
        writeInto(folder, `${engine}/${path}`, text);
      }
      const use = `
        import type { StandardSchemaV1 } from "@standard-schema/spec";
        import type { TickEvent } from "./types.js";
        import { validateTickEvent } from "./validators.js";
        export const schema: StandardSchemaV1<TickEvent, TickEvent> = validateTickEvent;
        // @ts-expect-error: it is the schema of another type.
        export const other: StandardSchemaV1<string, string> = validateTickEvent;
      `;
      writeInto(folder, `${engine}/use.ts`, use);
    }
    expect(typecheck(folder)).toBe("");
  });

  it("at a price of less than 300 bytes for all of them together", () => {
    const file = new URL("../generated/gateway/typescript/validators.ts", import.meta.url);
    const text = readFileSync(file, "utf8");
    const start = text.indexOf("/** What libraries that take any schema look for");
    const end = text.indexOf("\n}\n", text.indexOf("function issuesOf")) + 3;
    const property = /^ {6}"~standard": [^]*?\n {6}\} as const,\n/m;
    const without = text.replace(text.slice(start, end), "").replace(property, "");
    expect(text).toMatch(property);
    expect(minified(text) - minified(without)).toBeGreaterThan(100);
    expect(minified(text) - minified(without)).toBeLessThan(300);
  });
});

function minified(contents: string): number {
  const options = {
    stdin: { contents, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  } as const;
  return buildSync(options).outputFiles.reduce((sum, { contents: bytes }) => sum + bytes.length, 0);
}
