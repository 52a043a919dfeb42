const OURS = "typewire";

function peersOf(result) {
  return Object.entries(result).filter(([name]) => !name.startsWith(OURS) && !name.endsWith("all errors"));
}

function worst(numbers) {
  return Math.max(...numbers);
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The goals, each with what was measured against it: a ratio or a size, the smaller the better. */
export function judge({ runtime, starts }) {
  const ofAjv = (key) => runtime.map((result) => result[key][OURS] / result[key].ajv);
  const ofFastest = runtime.map(({ varied }) => varied[OURS] / Math.min(...peersOf(varied).map(([, time]) => time)));
  const invalid = runtime.flatMap(({ wrongType, extraKey }) => [wrongType, extraKey]);
  const large = starts.at(-1);
  const start = (name) => large.rows.find((row) => row.name === name).ms;
  return [
    { goal: "valid, varied: share of ajv, worst workload", limit: 0.3, measured: worst(ofAjv("varied")) },
    { goal: "valid, varied: share of the fastest peer, worst workload", limit: 0.5, measured: worst(ofFastest) },
    { goal: "valid, single shape: share of ajv, worst workload", limit: 0.55, measured: worst(ofAjv("single")) },
    {
      goal: "first error: share of ajv's allErrors, worst",
      limit: 1,
      measured: worst(invalid.map((result) => result[OURS] / result["ajv, all errors"])),
    },
    {
      goal: "first error: share of ajv's first, mean",
      limit: 1,
      measured: mean(invalid.map((result) => result[OURS] / result.ajv)),
    },
    {
      goal: "877 ready: share of minified ajv standalone",
      limit: 0.5,
      measured: start(OURS) / start("ajv standalone, minified"),
    },
    { goal: "877 ready: share of ajv.compile", limit: 0.01, measured: start(OURS) / start("ajv.compile") },
    { goal: "validators.ts of 877, MB", limit: 1.8, measured: large.file / 1e6 },
    { goal: "one small event bundled alone, KB", limit: 3, measured: large.oneEvent / 1024 },
  ];
}

/** The goals as lines. */
export function goalsText(goals) {
  return goals
    .map(
      ({ goal, limit, measured }) =>
        `${measured <= limit ? "met   " : "MISSED"}  ${measured.toFixed(3)} of ${limit}  ${goal}`,
    )
    .join("\n");
}
