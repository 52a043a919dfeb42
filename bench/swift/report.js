// The results as Markdown.

/** Compile times, throughput and goals, a table each. */
export function report({ compiled, times, goals }) {
  return [compileTable(compiled), throughputTable(times), goalTable(goals)].join("\n\n");
}

function compileTable(compiled) {
  const rows = compiled.map(({ protocol, rendering, lines, mode, seconds, bytes, failures }) => {
    const failed = failures.map(
      ({ mode: failing, count, first }) => `not in Swift ${failing} mode: ${count} errors, \`${message(first)}\``,
    );
    const result = seconds === undefined ? "– | –" : `${seconds.toFixed(1)} s | ${(bytes / 1e6).toFixed(2)} MB`;
    const note = [...(mode === undefined ? [] : [`Swift ${mode}`]), ...failed].join("; ");
    return `| ${protocol} | ${rendering} | ${lines} | ${result} | ${note} |`;
  });
  return [
    "| protocol | rendering | lines | compile (user time) | object | |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function message(error) {
  return error.replace(/^.*? error: /, "").slice(0, 100);
}

function throughputTable(times) {
  const rows = Object.entries(times).map(
    ([task, { ours, plain, today }]) =>
      `| ${task} | ${ours.toFixed(2)} | ${plain.toFixed(2)} | ${today.toFixed(2)} | ${(plain / ours).toFixed(1)} | ${(today / ours).toFixed(1)} |`,
  );
  return [
    "| µs, optimised | ours | JSONDecoder, JSONEncoder, one pass | today's way | times faster than one pass | than today |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function goalTable(goals) {
  const rows = goals.map(
    ({ goal, limit, measured }) =>
      `| ${goal} | ${measured.toFixed(3)} | ≤ ${limit.toFixed(3)} | ${measured <= limit ? "met" : "missed"} |`,
  );
  return ["| goal | measured | limit | |", "|---|---|---|---|", ...rows].join("\n");
}
