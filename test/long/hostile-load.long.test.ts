import { expect, it } from "vitest";
import { expectHonestDay } from "../../examples/gateway/test/support/expect-honest-day.js";
import { honestDay } from "../../examples/gateway/test/support/hostile-load.js";

const SECONDS = 180;

it("serves honest clients for minutes beside every kind of hostile peer at once", { timeout: 900_000 }, async () => {
  const day = await honestDay({ seconds: SECONDS, silent: 500 });
  expectHonestDay(day);
  expect(day.arrivals.length).toBeGreaterThan(SECONDS / 10);
});
