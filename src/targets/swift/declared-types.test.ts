import { Type, type TSchema } from "@sinclair/typebox";
import { expect, it } from "vitest";
import { lowerDocument } from "../../../test/support/lower-document.js";
import { printModels } from "../../../test/support/swift-samples.js";

/** An object in an object, as many times as is said. The names of its properties say how deep they are. */
function nested(levels: number, level = 1): TSchema {
  const inner = level < levels ? nested(levels, level + 1) : Type.String();
  return Type.Object({ [`level${level}`]: inner }, { additionalProperties: false });
}

function declarations(levels: number): readonly string[] {
  const { protocol } = lowerDocument({ definitions: { A: JSON.parse(JSON.stringify(nested(levels))) } });
  const [file] = protocol === undefined ? [] : printModels(protocol);
  return file?.text.match(/^ *public struct \w+/gm) ?? [];
}

it("nests no type deeper than compilers are quick with; what is deeper stands beside its parent", () => {
  const depths = declarations(11).map((line) => `${line.search(/\S/) / 2} ${line.split(" ").at(-1)}`);
  expect(depths).toEqual([
    "0 A",
    ...["Level1", "Level2", "Level3", "Level4", "Level5", "Level6"].map((name, index) => `${index + 1} ${name}`),
    "7 Level7",
    "7 Level7Level8",
    "7 Level7Level8Level9",
    "7 Level7Level8Level9Level10",
  ]);
});

it("nests eight types in each other", () => {
  expect(declarations(8).at(-1)?.search(/\S/)).toBe(14);
});
