import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../src/support/json.js";
import { changesBetween, createOracle, isProven } from "./support/breaking-fixture.js";

const FOLDER = join(import.meta.dirname, "../fixtures/cases/contract");

/** Case → the readers that refuse something, as public reports want it. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "01-response-nullable": ["client/previous"],
  "02-request-not-nullable": ["server/current"],
  // The object is closed, so that an older server refuses the new key as well.
  "03-required-with-default": ["server/current", "server/previous"],
  "04-response-anyof-null": ["client/previous"],
  "05-response-required-to-optional": ["client/previous"],
  "06-request-required-to-optional": ["server/previous"],
  "07-response-enum-removed": ["client/current"],
  "08-request-enum-removed": ["server/current"],
  "09-enum-inline-in-oneof": ["client/previous"],
  "10-default-added": [],
  "11-array-default-same": [],
  "12-anyof-additional-properties": ["server/previous"],
  "14-oneof-to-anyof": ["server/previous"],
  "15-anyof-to-oneof": ["server/current"],
  "16-anyof-refs-no-change": [],
  "17-tuple-item-added-open": ["server/current"],
  "18-prop-added-open-content": ["server/current"],
  "19-const-to-prop-const": [],
  "20-prop-removed-closed": ["server/current"],
  "21-empty-to-optional-field": ["client/previous", "server/previous"],
  "23-not-empty-vs-minlength": [],
  "24-readonly-changed": [],
  "25-type-expanded-request": ["server/previous"],
  "26-type-expanded-response": ["client/previous"],
  "27-object-to-oneof": [],
  "29-typearray-reordered": [],
  "30-required-status-reordered": [],
  "31-enum-unhashable": ["server/current"],
  "32-ap-schema-narrowed": ["server/current"],
  "33-name-swap": [],
  "34-enum-value-event-added": ["client/previous"],
};

it.each(Object.entries(EXPECTED))("%s breaks for %j", async (name, readers) => {
  const pair = { previous: read(name, "before"), current: read(name, "after") };
  const witnesses = (await changesBetween(pair)).flatMap((change) => change.witnesses);
  const oracle = createOracle(pair);
  expect(witnesses.filter((witness) => !isProven(witness, oracle))).toEqual([]);
  const found = witnesses.map(({ reader, readerVersion }) => `${reader}/${readerVersion}`);
  expect([...new Set(found)].toSorted()).toEqual(readers);
});

function read(name: string, version: string): JsonObject {
  const value: JsonValue = JSON.parse(readFileSync(join(FOLDER, name, `${version}.json`), "utf8"));
  if (!isJsonObject(value)) throw new Error(`${name} is no object`);
  return value;
}
