import { readFileSync, readdirSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { EVENTS, METHODS, ProtocolSchemas } from "../fixtures/gateway/schema.js";

const frames = new URL("../fixtures/frames/", import.meta.url);
const schemas = new Map<string, object>(Object.entries(ProtocolSchemas));

/** The definition that types the params or the payload of a frame, by the frame's file. */
const contents: Readonly<Record<string, string | undefined>> = {
  "connect.json": "ConnectParams",
  "connect-minimal-client.json": "ConnectParams",
  "health-minimal-client.json": undefined,
  "health-request.json": undefined,
  "health-response.json": "HealthResult",
  "hello-ok.json": "HelloOk",
  "system-echo-request.json": "SystemEchoParams",
  "system-echo-response.json": "SystemEchoResult",
  "tick.json": "TickEvent",
};

function pascalCase(name: string): string {
  return name
    .split(".")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

function errorsOf(definition: string, value: unknown): unknown {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(schemas.get(definition) ?? false);
  return validate(value) ? [] : validate.errors;
}

describe("the gateway registry", () => {
  it.each(Object.entries(METHODS))("types the params and the result of %s", (name, row) => {
    expect([...schemas.keys()]).toContain(`${pascalCase(name)}Params`);
    expect([...schemas.keys()]).toContain("result" in row ? row.result : `${pascalCase(name)}Result`);
  });

  it.each(Object.keys(EVENTS))("types the payload of the event %s", (name) => {
    expect([...schemas.keys()]).toContain(`${pascalCase(name)}Event`);
  });

  it("registers no params, result or payload that nothing uses", () => {
    const used = Object.keys(METHODS).flatMap((name) => [`${pascalCase(name)}Params`, `${pascalCase(name)}Result`]);
    const unused = [...schemas.keys()].filter((name) => /(Params|Result)$/.test(name) && !used.includes(name));
    expect(unused).toEqual([]);
  });
});

describe("the example frames", () => {
  it("are all known to this test", () => {
    expect(readdirSync(frames).toSorted()).toEqual(Object.keys(contents).toSorted());
  });

  it.each(Object.entries(contents))("%s is valid, and so is what it carries", (file, definition) => {
    const frame: { readonly params?: unknown; readonly payload?: unknown } = JSON.parse(
      readFileSync(new URL(file, frames), "utf8"),
    );
    expect(errorsOf("GatewayFrame", frame)).toEqual([]);
    expect(definition === undefined ? [] : errorsOf(definition, frame.params ?? frame.payload)).toEqual([]);
  });
});
