/** One step of a schema path: a property, a keyword, or an index under a keyword. */
export type PathStep = string | number;

const STEP = /\.?([\p{L}_$][\p{L}\p{N}_$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/uy;

/**
 * The steps of a schema path, the registered name first. A path that is not of this form ends where it stops being one.
 * For example `CronJob.schedule.anyOf[1]["at ms"]` → `["CronJob", "schedule", "anyOf", 1, "at ms"]`.
 */
export function parseSchemaPath(path: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  const step = new RegExp(STEP);
  for (let match = step.exec(path); match !== null; match = step.exec(path)) {
    const [, name, index, quoted] = match;
    if (name !== undefined) steps.push(name);
    else if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(String(JSON.parse(quoted)));
  }
  return steps;
}
