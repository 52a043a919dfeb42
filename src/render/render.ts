import type { RenderUnit } from "../targets/target.js";
import { createRenderer } from "./renderer.js";

/** Prints a single unit with the package's templates. Whoever prints several makes one renderer. */
export function render(target: string, unit: RenderUnit): string {
  return createRenderer().render(target, unit);
}
