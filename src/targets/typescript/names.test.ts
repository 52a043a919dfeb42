import { describe, expect, it } from "vitest";
import { createDiagnosticList } from "../../diagnostics/collector.js";
import type { Declaration, Origin, Protocol } from "../../ir/types.js";
import { nameTypes } from "./names.js";

function declaration(id: string, origin?: Origin): Declaration {
  const base = { id, source: id, origin, doc: undefined, deprecated: undefined, schema: {}, uses: [] };
  return { ...base, kind: "object", properties: [], additional: { kind: "closed" }, patterns: [], constraints: {} };
}

function nested(id: string, parent: string, ...steps: Origin["steps"]): Declaration {
  return declaration(id, { parent, steps });
}

function protocol(...declarations: readonly Declaration[]): Protocol {
  const nothing = { title: undefined, id: undefined, description: undefined, version: undefined, frames: undefined };
  return { name: "test", ...nothing, minVersions: [], declarations, methods: [], events: [], errorCodes: [] };
}

function names(...declarations: readonly Declaration[]) {
  const found = createDiagnosticList();
  const given = [...nameTypes(protocol(...declarations), found)];
  return { names: Object.fromEntries(given), reported: found.diagnostics.map(({ path }) => path) };
}

describe("nameTypes", () => {
  it("calls a registered type as it is registered, and a nested one after the way to it", () => {
    const made = names(
      declaration("CronJob"),
      nested("CronJob.next-run", "CronJob", { kind: "property", wireName: "next-run" }),
      nested("CronJob.tags.items", "CronJob", { kind: "property", wireName: "tags" }, { kind: "items" }),
      nested("CronJob.next-run.values", "CronJob.next-run", { kind: "values" }),
      nested("CronJob.pair.element0", "CronJob", { kind: "property", wireName: "⭐" }, { kind: "element", index: 0 }),
    );
    expect(made).toEqual({
      names: {
        CronJob: "CronJob",
        "CronJob.next-run": "CronJobNextRun",
        "CronJob.tags.items": "CronJobTagsItem",
        "CronJob.next-run.values": "CronJobNextRunValue",
        "CronJob.pair.element0": "CronJobPropertyElement1",
      },
      reported: [],
    });
  });

  it("gives registered names first, and counts up for the others", () => {
    const made = names(
      declaration("Job"),
      nested("Job.state", "Job", { kind: "property", wireName: "state" }),
      declaration("JobState"),
    );
    expect(made.names).toEqual({ Job: "Job", "Job.state": "JobState2", JobState: "JobState" });
    expect(made.reported).toEqual(["Job.state"]);
  });

  it("finds a name for what TypeScript cannot call so", () => {
    const made = names(...["string", "class", "a b", "", "1st", "a-b", "AB"].map((id) => declaration(id)));
    expect(made.names).toEqual({
      AB: "AB",
      string: "String",
      class: "Class",
      "a b": "AB2",
      "": "Type",
      "1st": "Type1St",
      "a-b": "AB3",
    });
    expect(made.reported).toEqual(["string", "class", "a b", "", "1st", "a-b"]);
  });
});
