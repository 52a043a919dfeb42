/** A table as text: the first column to the left, the others to the right. */
function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
  return all.map(line).join("\n");
}

function ratio(value, of) {
  if (value === undefined || of === undefined) return "–";
  const share = value / of;
  return share >= 10 ? share.toFixed(0) : share >= 0.1 ? share.toFixed(2) : share.toFixed(3);
}

/** One measure of all workloads: each peer's time as a share of ajv's. */
function ratios(title, runtime, key) {
  const names = [...new Set(runtime.flatMap((result) => Object.keys(result[key])))];
  const rows = names.map((name) => [name, ...runtime.map((result) => ratio(result[key][name], result[key].ajv))]);
  return `${title} (time as a share of ajv's)\n${table(["", ...runtime.map(({ workload }) => workload)], rows)}`;
}

function startTable({ registry, rows }) {
  const cells = rows
    .toSorted((left, right) => left.ms - right.ms)
    .map(({ name, ms, memoryMb, bytes }) => [name, ms.toFixed(1), memoryMb.toFixed(1), (bytes / 1024).toFixed(0)]);
  return `Start of every validator: ${registry}\n${table(["", "ms", "MB above empty", "KB bundled, minified"], cells)}`;
}

/** Everything that was measured, for people. */
export function reportText({ runtime, starts }) {
  const sizes = starts.map(({ registry, file, oneEvent }) => [
    registry,
    (file / 1e6).toFixed(2),
    (oneEvent / 1024).toFixed(2),
  ]);
  return [
    ...starts.map(startTable),
    `Size\n${table(["", "validators.ts, MB", "one event bundled alone, KB"], sizes)}`,
    ratios("Valid, varied shapes", runtime, "varied"),
    ratios("Valid, a single shape", runtime, "single"),
    ratios("JSON.parse and validate, valid", runtime, "parse"),
    ratios("Invalid with errors, a wrong type", runtime, "wrongType"),
    ratios("Invalid with errors, an extra key", runtime, "extraKey"),
  ].join("\n\n");
}
