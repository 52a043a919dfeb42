import { describe, expect, it } from "vitest";
import { referenceTo } from "./type-writer.js";

const declared = { paths: new Set(["Job", "Job.Schedule", "Job.Schedule.At", "Schedule", "Other"]) };

describe("referenceTo", () => {
  it.each([
    ["Job.Schedule", "Job", "Schedule"],
    ["Job.Schedule", "Other", "Job.Schedule"],
    ["Job.Schedule.At", "Job", "Schedule.At"],
    ["Job.Schedule.At", "Job.Schedule", "At"],
    ["Job.Schedule.At", "", "Job.Schedule.At"],
    ["Schedule", "Other", "Schedule"],
    ["Schedule", "", "Schedule"],
    ["Schedule", "Job", undefined],
    ["Schedule", "Job.Schedule", undefined],
  ])("writes %s inside %s as %s", (type, scope, text) => {
    const path = scope === "" ? [] : scope.split(".");
    expect(referenceTo({ path: type.split(".") }, path, declared)).toBe(text);
  });
});
