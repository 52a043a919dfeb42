import { posix } from "node:path";
import type { ProtocolConfig, TargetConfig } from "../config/config.js";
import { targets } from "../targets/index.js";
import type { RememberedOutput } from "./cache-entry.js";

/**
 * Whether remembered outputs are those that the config asks for: of each target one, in its place and of its kind, with
 * files there and nowhere else. What is remembered lies where others may write, and decides none of that.
 */
export function isAsConfigured(outputs: readonly RememberedOutput[], settings: ProtocolConfig): boolean {
  if (outputs.length !== settings.targets.length) return false;
  return settings.targets.every((target, index) => {
    const output = outputs[index];
    return output !== undefined && output.protocol === settings.name && isOutputOf(target, output);
  });
}

function isOutputOf({ name, output, options }: TargetConfig, remembered: RememberedOutput): boolean {
  const { target, kind, path, files } = remembered;
  if (target !== name || path !== output || kind !== targets.find((one) => one.name === name)?.outputKind(options))
    return false;
  if (kind === "file") return files.length === 1 && files[0]?.path === path;
  const paths = new Set(files.map((file) => file.path));
  return paths.size > 0 && paths.size === files.length && [...paths].every((file) => isBelow(path, file));
}

function isBelow(folder: string, file: string): boolean {
  const inside = posix.relative(folder, file);
  return posix.join(folder, inside) === file && inside !== "" && !inside.startsWith("..") && !posix.isAbsolute(inside);
}
