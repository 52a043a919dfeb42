import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that exists for one test. */
export interface TemporaryProject {
  /** Absolute. */
  readonly root: string;
  /** Writes files by their path in the folder. For example `write({ "src/schema.ts": "export {};" })`. */
  write(files: Readonly<Record<string, string>>): void;
}

/** Makes a folder with files, which is gone when the test ends. */
export function temporaryProject(files: Readonly<Record<string, string>>): TemporaryProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "typewire-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (contents: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(contents)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  write(files);
  return { root, write };
}
