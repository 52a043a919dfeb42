// What is asked for, and what was measured against it. Every goal is "at most": a ratio of ours to the other.
const LABELS = { clawdis: "Clawdis", real: "the real registry" };

/** For example `{ goal: "decode hello-ok, ours / today", limit: 0.05, measured: 0.03 }`. */
export function goals({ compiled, times }) {
  return [...compileGoals(compiled), ...throughputGoals(times)];
}

function compileGoals(compiled) {
  return Object.entries(LABELS).flatMap(([protocol, label]) => {
    const find = (rendering) => compiled.find((each) => each.protocol === protocol && each.rendering === rendering);
    const [ours, weak] = [find("ours"), find("weak")];
    if (ours?.seconds === undefined || weak?.seconds === undefined) return [];
    return [
      { goal: `compile ${label}, ours / untyped`, limit: 1.5, measured: ours.seconds / weak.seconds },
      { goal: `object of ${label}, ours / untyped`, limit: 2, measured: ours.bytes / weak.bytes },
    ];
  });
}

function throughputGoals(times) {
  const ratio = (task, other, limit, label) => ({
    goal: `${task}, ours / ${label}`,
    limit,
    measured: times[task].ours / times[task][other],
  });
  return [
    ratio("decode hello-ok", "today", 1 / 20, "today's way"),
    ratio("decode hello-ok", "plain", 1 / 4, "one pass of JSONDecoder"),
    ...["event", "chat"].flatMap((name) => [
      ratio(`decode ${name}`, "today", 1 / 10, "today's way"),
      ratio(`decode ${name}`, "plain", 1 / 3, "one pass of JSONDecoder"),
    ]),
    ...["hello-ok", "event", "chat"].flatMap((name) =>
      ["payload", "frame"].map((part) => ratio(`encode ${name} ${part}`, "plain", 1 / 2, "JSONEncoder")),
    ),
  ];
}
