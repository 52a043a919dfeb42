import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryProject } from "../../../test/support/temporary-project.js";
import { exportedSchemas } from "./exported-schemas.js";

it("finds every exported schema and the type that is derived from it", () => {
  const { root } = temporaryProject({
    "a.ts": `import { type Static, Type } from "@sinclair/typebox";
export const TickSchema = Type.Object({}), limit = 3;
const HiddenSchema = Type.Null();
export type Tick = Static<typeof TickSchema>;
type Hidden = Static<typeof HiddenSchema>;
`,
    "b.ts": "const LateSchema = {};\nexport { LateSchema };\nexport const OtherSchema = [];\n",
    "data.json": "{}",
  });
  const files = ["a.ts", "b.ts", "data.json"].map((file) => join(root, file));
  expect(exportedSchemas(root, files)).toEqual([
    { name: "TickSchema", location: { file: "a.ts", line: 2, column: 14 }, typeName: "Tick" },
    { name: "LateSchema", location: { file: "b.ts", line: 1, column: 7 }, typeName: undefined },
    { name: "OtherSchema", location: { file: "b.ts", line: 3, column: 14 }, typeName: undefined },
  ]);
});
