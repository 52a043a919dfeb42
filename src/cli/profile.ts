const MEGABYTE = 1_000_000;

/** How long the steps of a command take, and how much memory. */
export interface Profile {
  /** Ends the step before it. */
  begin(step: string): void;
  /** Ends the last step; the table of all, a line each. */
  end(): string;
}

interface Step {
  readonly name: string;
  /** In milliseconds. */
  readonly time: number;
  /** Time on all processors, in milliseconds. */
  readonly work: number;
  /** What the whole process holds at the end of the step, in bytes. */
  readonly memory: number;
}

/** Begins a profile. Its first step is what came before it: from the start of the process, or from nothing on. */
export function createProfile(from: "start" | "now"): Profile {
  const steps: Step[] = [];
  let name = "starting";
  const begun = from === "start" ? { time: 0, work: 0 } : { time: performance.now(), work: workTime() };
  let { time, work } = begun;
  const next = (following: string): void => {
    const [now, used] = [performance.now(), workTime()];
    steps.push({ name, time: now - time, work: used - work, memory: process.memoryUsage.rss() });
    [name, time, work] = [following, now, used];
  };
  return {
    begin: next,
    end() {
      next("");
      const whole = { time: time - begun.time, work: work - begun.work };
      const total = { name: "in all", ...whole, memory: process.resourceUsage().maxRSS * 1024 };
      return [HEADING, ...steps.map(lineOf), lineOf(total)].join("\n").concat("\n");
    },
  };
}

const HEADING = "   time      CPU   memory  step";

function lineOf({ name, time, work, memory }: Step): string {
  const columns = [`${time.toFixed(0)} ms`, `${work.toFixed(0)} ms`, `${(memory / MEGABYTE).toFixed(0)} MB`];
  const [first = "", second = "", third = ""] = columns;
  return `${first.padStart(7)}  ${second.padStart(7)}  ${third.padStart(7)}  ${name}`;
}

/** The time that this process has worked so far, on all processors, in milliseconds. */
function workTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
