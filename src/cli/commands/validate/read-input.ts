import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { DiagnosticCollector } from "../../../diagnostics/collector.js";
import type { Io } from "../../io.js";
import { validateDiagnostics } from "./diagnostics.js";

/** A text that is to be validated. `file` is relative to the working folder with `/`. */
export interface InputText {
  readonly file: string;
  readonly text: string;
}

/** Reads the files that are named, or standard input for `-` and where none is named. What cannot be read is reported. */
export async function readInputs(
  files: readonly string[],
  io: Io,
  diagnostics: DiagnosticCollector,
): Promise<readonly InputText[]> {
  const inputs: InputText[] = [];
  for (const file of files.length === 0 ? ["-"] : files) {
    try {
      const input =
        file === "-"
          ? { file: "<stdin>", text: await io.readInput() }
          : {
              file: relative(io.cwd, resolve(io.cwd, file)).replaceAll("\\", "/"),
              text: await readFile(resolve(io.cwd, file), "utf8"),
            };
      inputs.push(input);
    } catch (error) {
      const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
      diagnostics.report(validateDiagnostics.create("unreadable-file", { file, reason }));
    }
  }
  return inputs;
}
