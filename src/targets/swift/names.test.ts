import { describe, expect, it } from "vitest";
import { escapeKeyword, lowerCamelCase, swiftCaseName, swiftMemberName, swiftTypeName } from "./names.js";

describe("swiftTypeName", () => {
  it.each([
    ["CronJob", "CronJob"],
    ["cronJob", "CronJob"],
    ["cron-job", "CronJob"],
    ["cron_job", "CronJob"],
    ["2fa-mode", "Type2FaMode"],
    ["odd name/with~signs", "OddNameWithSigns"],
    ["日本", "Type日本"],
    ["🎉", "U1F389"],
    ["", "TypeValue"],
    ["Error", "ErrorValue"],
    ["error", "ErrorValue"],
    ["Type", "TypeValue"],
    ["Self", "SelfValue"],
    ["Any", "AnyValue"],
    ["Data", "DataValue"],
    ["JSONValue", "JSONValueValue"],
    ["WireModel", "WireModelValue"],
  ])("turns %j into %s", (text, name) => {
    expect(swiftTypeName(text)).toBe(name);
  });
});

describe("swiftMemberName", () => {
  it.each([
    ["displayName", "displayName"],
    ["idempotencyKey", "idempotencyKey"],
    ["session_id", "session_id"],
    ["_private", "_private"],
    ["URL", "URLValue"],
    ["x-request-id", "xRequestId"],
    ["2fa", "value2Fa"],
    ["$ref", "ref"],
    ["", "empty"],
    ["_", "u5f"],
    ["🎉", "u1f389"],
    ["self", "selfValue"],
    ["Type", "TypeValue"],
    ["init", "initValue"],
    ["hashValue", "hashValueValue"],
    ["default", "default"],
  ])("turns %j into %s", (wireName, name) => {
    expect(swiftMemberName(wireName)).toBe(name);
  });
});

describe("swiftCaseName", () => {
  it.each([
    ["next-heartbeat", "nextHeartbeat"],
    ["NOT_LINKED", "notLinked"],
    ["HTTPServer", "httpServer"],
    ["gpt-4.1", "gpt41"],
    ["2fa", "value2Fa"],
    ["", "empty"],
    [" ", "u20"],
    ["none", "noneValue"],
    ["some", "someValue"],
    ["unknown", "unknownValue"],
    ["unrecognized", "unrecognizedValue"],
    ["self", "selfValue"],
    [1, "value1"],
    [-1, "minus1"],
    [1.5, "value1Point5"],
    [true, "true"],
  ])("turns %j into %s", (value, name) => {
    expect(swiftCaseName(value)).toBe(name);
  });
});

describe("escapeKeyword", () => {
  it("puts keywords in backticks, and nothing else", () => {
    expect(["default", "in", "Any", "id"].map(escapeKeyword)).toEqual(["`default`", "`in`", "`Any`", "id"]);
  });
});

describe("lowerCamelCase", () => {
  it("starts with a letter whatever it is given", () => {
    for (const text of ["1", "-", "٣", "́", "😀a", "\u0000"])
      expect(lowerCamelCase(text)).toMatch(/^\p{L}[\p{L}\p{Nd}]*$/u);
  });
});
