const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** The path of a property. For example `propertyPath("CronJob", "schedule")` → `CronJob.schedule`; odd names are quoted. */
export function propertyPath(parent: string, wireName: string): string {
  return IDENTIFIER.test(wireName) ? `${parent}.${wireName}` : `${parent}[${JSON.stringify(wireName)}]`;
}

/** The path of one of several schemas under a keyword. For example `CronJob.schedule.anyOf[1]`. */
export function indexedPath(parent: string, keyword: string, index: number): string {
  return `${parent}.${keyword}[${index}]`;
}
