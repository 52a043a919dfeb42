import { accessSync, constants, createReadStream, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import { systemReason } from "../../../output/system-reason.js";
import type { Io } from "../../io.js";
import { validateDiagnostics } from "./diagnostics.js";

/** Something to validate. `file` is relative to the working folder with `/`. */
export interface Input {
  readonly file: string;
  /** Reads it from its start. Throws what the system says. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

const CHUNK = 1024 * 1024;

/** Finds the files that are named, or standard input for `-` and where none is named. What cannot be read is reported. */
export function openInputs(files: readonly string[], io: Io, diagnostics: DiagnosticCollector): readonly Input[] {
  return (files.length === 0 ? ["-"] : files).flatMap((file) => {
    if (file === "-") return [{ file: "<stdin>", chunks: () => io.readInput() }];
    const path = resolve(io.cwd, file);
    const reason = whyUnreadable(path);
    if (reason !== undefined) {
      diagnostics.report(validateDiagnostics.create("unreadable-file", { file, reason }));
      return [];
    }
    const name = relative(io.cwd, path).replaceAll("\\", "/");
    return [{ file: name, chunks: () => createReadStream(path, { highWaterMark: CHUNK }) }];
  });
}

/** Looked at for all files before the first is read, so that a misspelt name is said before a long run. */
function whyUnreadable(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path, { bigint: true }).isDirectory() ? "EISDIR" : undefined;
  } catch (error) {
    return systemReason(error);
  }
}
