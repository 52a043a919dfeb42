import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ModuleFailure } from "./module-failure.js";
import { moduleHost } from "./module-host.js";
import { presentPlace, slowFailure, type ThrownContext } from "./thrown-failure.js";
import { startWatchdog } from "./watchdog.js";

/** Watches one module, where its host can be told from within it. */
export interface ModuleWatchdog {
  /** The module begins now; what is needed to say where it is. */
  begin(context: ThrownContext): void;
  end(): void;
}

/** A loop without an end lets no timer fire. What fires in time answers first, as the better answer. In milliseconds. */
const GRACE = 500;

/** Makes a watchdog ready, while there is still time for it: a thread takes longer to start than most modules to run. */
export async function prepareWatchdog({
  root,
  describe,
}: {
  readonly root: string;
  readonly describe: (failure: ModuleFailure) => Diagnostic;
}): Promise<ModuleWatchdog> {
  const { patience, prepare } = moduleHost();
  if (prepare === undefined || patience === 0) return { begin: () => {}, end: () => {} };
  const report = await prepare();
  let context: ThrownContext = { root };
  const finding = (): Diagnostic => describe(slowFailure(patience / 1000, presentPlace(context)));
  const { code, message } = finding();
  const { begin, end } = startWatchdog({
    patience: patience + GRACE,
    words: `error ${code}: ${message}\n`,
    onBlocked: () => report(root, finding()),
  });
  return {
    begin(known) {
      context = known;
      begin();
    },
    end,
  };
}
