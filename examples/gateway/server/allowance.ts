/** So much per second, of whatever it is. What was not used is saved up, for one second. */
export interface Allowance {
  /** Zero where something was left: the rest is owed. Else how long until there is, in milliseconds, and nothing is taken. */
  take(amount: number): number;
}

/** Makes an allowance that is full. For example `createAllowance(1000, Date.now).take(500)`. */
export function createAllowance(perSecond: number, now: () => number): Allowance {
  let left = perSecond;
  let at = now();
  return {
    take: (amount) => {
      const ts = now();
      left = Math.min(perSecond, left + ((ts - at) / 1000) * perSecond);
      at = ts;
      if (left <= 0) return Math.floor((-left / perSecond) * 1000) + 1;
      left -= amount;
      return 0;
    },
  };
}
