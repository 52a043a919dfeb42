import { dirname, resolve } from "node:path";
import { findConfig } from "../config/find-config.js";
import { type Invocation, textOption } from "./cli-command.js";

/** The folder that the files of a config's diagnostics are relative to, even where the config could not be read. */
export function projectRoot({ io, options }: Invocation): string {
  const named = textOption(options, "config");
  const file = named === undefined ? findConfig(io.cwd) : resolve(io.cwd, named);
  return file === undefined ? io.cwd : dirname(file);
}
