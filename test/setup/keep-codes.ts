import { vi } from "vitest";
import type * as Definitions from "../../src/diagnostics/define-diagnostics.js";
import { keepCodes } from "../support/produced-codes.js";

// Whatever a test makes the code find is kept, so that the end of a whole run can name the codes that no test produces.
vi.mock("../../src/diagnostics/define-diagnostics.js", async (load) => {
  const original = await load<typeof Definitions>();
  const defineDiagnostics: typeof Definitions.defineDiagnostics = (family, table) => {
    const made = original.defineDiagnostics(family, table);
    const produced = new Set<string>();
    keepCodes("known", made.codes);
    return {
      ...made,
      create(code, parameters, place) {
        if (!produced.has(code)) keepCodes("produced", [`${family}/${code}`]);
        produced.add(code);
        return made.create(code, parameters, place);
      },
    };
  };
  return { ...original, defineDiagnostics };
});
