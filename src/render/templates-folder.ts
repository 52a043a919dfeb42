import { join } from "node:path";
import { packageRoot } from "../support/package-root.js";

/** The package's own `templates/`, absolute: beside `src/` in the repository and beside `dist/` where it is installed. */
export function templatesFolder(): string {
  return join(packageRoot(import.meta.dirname), "templates");
}
