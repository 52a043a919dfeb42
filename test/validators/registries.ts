import type { JsonSchema } from "../../src/json-schema/schema.js";
import { ProtocolSchemas as openClaw } from "@openclaw/gateway-protocol/schema";
import { ProtocolSchemas as clawdis } from "../../fixtures/clawdis/schema.js";
import { ProtocolSchemas as gateway } from "../../fixtures/gateway/schema.js";

/** A protocol's definitions as plain JSON. */
export interface TestRegistry {
  readonly name: string;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
}

/** Both sample protocols and the real one with its 877 definitions. */
export const REGISTRIES: readonly TestRegistry[] = [
  { name: "clawdis", definitions: plainDefinitions(clawdis) },
  { name: "gateway", definitions: plainDefinitions(gateway) },
  { name: "openclaw", definitions: plainDefinitions(openClaw) },
];

/** What JSON keeps of TypeBox schemas. */
function plainDefinitions(schemas: object): ReadonlyMap<string, JsonSchema> {
  return new Map(Object.entries(schemas).map(([name, schema]) => [name, JSON.parse(JSON.stringify(schema))]));
}
