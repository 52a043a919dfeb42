import { describe, expect, it } from "vitest";
import { areasOf } from "./areas.js";

const sessions = Array.from({ length: 10 }, (_, index) => `SessionRow${index}`);
const more = Array.from({ length: 6 }, (_, index) => `SessionsList${index}`);

describe("areasOf", () => {
  it("gives a file to the types that share their first word, singular or plural", () => {
    const areas = areasOf([...sessions, ...more, "Status", "CronJob"]);
    expect(areas.get("SessionRow0")).toBe("SessionModels");
    expect(areas.get("SessionsList5")).toBe("SessionModels");
    expect(areas.get("CronJob")).toBe("Models");
  });

  it("keeps small areas together", () => {
    expect(new Set(areasOf(sessions).values())).toEqual(new Set(["Models"]));
  });
});
