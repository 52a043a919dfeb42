import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];

/** Where Chromium is, or undefined where the machine has none. */
export function findChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "chromium")).find((file) => existsSync(file));
}

/** Opens a page in a headless Chromium until the page is done, as the promise says, and closes it again. */
export async function openPage<T>(chromium: string, url: string, done: Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), "typewire-chromium-"));
  const child = spawn(chromium, [...ARGUMENTS, `--user-data-dir=${profile}`, url], { stdio: "pipe", detached: true });
  const messages: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => messages.push(String(chunk)));
  const closed = new Promise<never>((_, reject) => {
    child
      .on("error", reject)
      .on("close", (code) => reject(new Error(`Chromium ended (${code}):\n${messages.join("")}`)));
  });
  try {
    return await Promise.race([done, closed]);
  } finally {
    child.removeAllListeners("close");
    const ended = once(child, "close");
    // The group: Chromium's own processes would outlive it for a moment and still write to the profile.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
