import { defineDiagnostics } from "../diagnostics/define-diagnostics.js";

interface LayoutParameters {
  readonly "prettier-failed": { readonly path: string; readonly config: string | undefined; readonly reason: string };
}

/** Why an output cannot be laid out as the project asks. */
export const layoutDiagnostics = defineDiagnostics<LayoutParameters>("layout", {
  "prettier-failed": {
    severity: "error",
    message: ({ path, config, reason }) =>
      `Prettier cannot lay out ${path} as ${config ?? "its configuration"} asks: ${reason}`,
    help: () =>
      "Correct that configuration, and install the plugins that it names; `prettier --check .` fails as well.",
  },
});
