import { expect, it } from "vitest";
import { instancePattern } from "./instance-pattern.js";

it.each([
  ["", "/anything", true],
  ["/properties/jobs/items/properties/id", "/jobs/3/id", true],
  ["/properties/jobs/items/properties/id", "/jobs/3/name", false],
  ["/properties/jobs/items/2/properties/id", "/jobs/2/id/deeper", true],
  ["/anyOf/1/properties/anyOf", "/anyOf", true],
  ["/properties/map/additionalProperties/properties/a.b", "/map/any key/a.b", true],
  ["/properties/map/patternProperties/^x-/properties/id", "/map/x-1/idle", false],
])("the place %s of a schema is %s of an instance: %s", (pointer, path, expected) => {
  expect(instancePattern(pointer).test(path)).toBe(expected);
});
