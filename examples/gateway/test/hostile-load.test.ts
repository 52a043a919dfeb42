import { expect, it } from "vitest";
import { honestDay } from "./support/hostile-load.js";
import { expectHonestDay } from "./support/expect-honest-day.js";

it("serves honest clients beside every kind of hostile peer at once", async () => {
  const day = await honestDay({ seconds: 6, silent: 100 });
  expectHonestDay(day);
  expect(day.arrivals.length).toBeGreaterThan(2);
});
