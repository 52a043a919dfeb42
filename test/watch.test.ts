import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryProject, type TemporaryProject } from "./support/temporary-project.js";

const BIN = join(import.meta.dirname, "../bin/typewire.js");
const CONFIG = `export default {
  protocols: { sample: { source: "./schema.ts", title: "One", targets: { "json-schema": true } } },
};
`;
const SCHEMA = `import { Ping } from "./parts/ping.js";
export const ProtocolSchemas = { Ping };
`;

function ping(property: string): string {
  return `export const Ping = { type: "object", properties: { ${property}: { type: "string" } } };\n`;
}

/** A `generate --watch` that is running. */
interface Watching {
  readonly project: TemporaryProject;
  readonly child: ChildProcess;
  /** All that it has printed so far, on both streams. */
  printed(): string;
  /** Waits until it watches again, for the `time`th time in all; gives what it has printed since the time before. */
  watches(time: number): Promise<string>;
  /** The output as it is now. */
  output(): string;
  exitCode(): Promise<number | null>;
}

function startWatching(files: Readonly<Record<string, string>>): Watching {
  const project = temporaryProject({ "typewire.config.ts": CONFIG, ...files });
  const env = { PATH: process.env["PATH"] };
  // One pipe for both streams, so that what is read is in the order in which it was written.
  const command = ["-c", 'exec "$0" "$@" 2>&1', process.execPath, BIN, "generate", "--watch"];
  const child = spawn("sh", command, { cwd: project.root, env, stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  const onText = new Set<() => void>();
  const note = (chunk: string): void => {
    text += chunk;
    onText.forEach((listener) => listener());
  };
  child.stdout.setEncoding("utf8").on("data", note);
  const parts = (): readonly string[] => text.split(/^Watching \d+ files?\. Ctrl-C ends it\.$/mu);
  const exit = new Promise<number | null>((resolve) => void child.on("close", resolve));
  return {
    project,
    child,
    printed: () => text,
    watches: (time) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (parts().length > time) resolve(parts()[time - 1] ?? "");
        };
        onText.add(look);
        look();
      }),
    output: () => readFileSync(join(project.root, "generated/sample/protocol.schema.json"), "utf8"),
    exitCode: () => exit,
  };
}

const files = { "schema.ts": SCHEMA, "parts/ping.ts": ping("first") };

describe("typewire generate --watch", () => {
  it("generates again when a file that the registry imports changes, and says which", async () => {
    const { project, watches, output } = startWatching(files);
    expect(await watches(1)).toContain("1 file written");
    expect(output()).toContain('"first"');
    project.write({ "parts/ping.ts": ping("second") });
    const said = await watches(2);
    expect(said).toContain("changed  parts/ping.ts\n");
    expect(said).toContain("written  generated/sample/protocol.schema.json\n");
    expect(output()).toContain('"second"');
  });

  it("follows files that are replaced or deleted and written again, and imports that are new", async () => {
    const { project, watches, output } = startWatching(files);
    await watches(1);
    const path = join(project.root, "parts/ping.ts");
    writeFileSync(`${path}.new`, ping("replaced"));
    renameSync(`${path}.new`, path);
    await watches(2);
    expect(output()).toContain('"replaced"');
    rmSync(path);
    expect(await watches(3)).toContain("registry/invalid-module");
    project.write({ "parts/ping.ts": ping("back") });
    await watches(4);
    expect(output()).toContain('"back"');
    project.write({ "other/pong.ts": 'export const Pong = { type: "string" };\n' });
    project.write({
      "schema.ts": `import { Ping } from "./parts/ping.js";
import { Pong } from "./other/pong.js";
export const ProtocolSchemas = { Ping, Pong };
`,
    });
    await watches(5);
    project.write({ "other/pong.ts": 'export const Pong = { type: "integer" };\n' });
    await watches(6);
    expect(output()).toContain('"integer"');
  });

  it("generates again when the config changes", async () => {
    const { project, watches, output } = startWatching(files);
    await watches(1);
    project.write({ "typewire.config.ts": CONFIG.replace("One", "Two") });
    expect(await watches(2)).toContain("changed  typewire.config.ts\n");
    expect(output()).toContain('"title": "Two"');
  });

  it("says what does not compile, leaves the output alone, and recovers", async () => {
    const { project, watches, output } = startWatching(files);
    await watches(1);
    const before = output();
    project.write({ "parts/ping.ts": "export const Ping = {;\n" });
    const said = await watches(2);
    expect(said).toContain("registry/invalid-module");
    expect(said).toContain("parts/ping.ts:1:");
    expect(said).toContain("Nothing was written.");
    expect(output()).toBe(before);
    project.write({ "typewire.config.ts": "export default {" });
    expect(await watches(3)).toContain("config/invalid-module");
    project.write({ "typewire.config.ts": CONFIG });
    expect(await watches(4)).toContain("registry/invalid-module");
    project.write({ "parts/ping.ts": ping("mended") });
    expect(await watches(5)).toContain("1 file written");
    expect(output()).toContain('"mended"');
  });

  it("waits for a file that is missing at the start", async () => {
    const { project, watches, output } = startWatching({ "schema.ts": SCHEMA });
    expect(await watches(1)).toContain("registry/invalid-module");
    project.write({ "parts/ping.ts": ping("late"), "schema.ts": `${SCHEMA}\n` });
    await watches(2);
    expect(output()).toContain('"late"');
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends at %s with exit code 0, and says nothing more", async (signal) => {
    const { child, watches, exitCode, printed } = startWatching(files);
    await watches(1);
    const before = printed();
    child.kill(signal);
    expect(await exitCode()).toBe(0);
    expect(printed().slice(before.length).trim()).toBe("");
  });
});

const CONFIG_JSON = CONFIG.replace("./schema.ts", "./proto/schema.json");

function document(property: string): string {
  return JSON.stringify({ definitions: { Ping: { type: "object", properties: { [property]: { type: "string" } } } } });
}

describe("what comes and goes under `generate --watch`", () => {
  it("follows a source whose folder goes away and returns, and its changes after that", async () => {
    const { project, watches, output } = startWatching({
      "typewire.config.ts": CONFIG_JSON,
      "proto/schema.json": document("first"),
    });
    await watches(1);
    renameSync(join(project.root, "proto"), join(project.root, "away"));
    expect(await watches(2)).toContain("registry/source-not-found");
    renameSync(join(project.root, "away"), join(project.root, "proto"));
    expect(await watches(3)).toContain("1 unchanged");
    project.write({ "proto/schema.json": document("second") });
    expect(await watches(4)).toContain("changed  proto/schema.json\n");
    expect(output()).toContain('"second"');
  });

  it("follows imports whose folder is removed and written again", async () => {
    const { project, watches, output } = startWatching(files);
    await watches(1);
    rmSync(join(project.root, "parts"), { recursive: true });
    expect(await watches(2)).toContain("registry/invalid-module");
    project.write({ "parts/ping.ts": ping("back") });
    await watches(3);
    expect(output()).toContain('"back"');
    project.write({ "parts/ping.ts": ping("later") });
    await watches(4);
    expect(output()).toContain('"later"');
  });

  it("waits for a source whose folder is missing at the start", async () => {
    const { project, watches, output } = startWatching({ "typewire.config.ts": CONFIG_JSON });
    expect(await watches(1)).toContain("registry/source-not-found");
    project.write({ "proto/schema.json": document("late") });
    await watches(2);
    expect(output()).toContain('"late"');
  });

  it("lays out anew when a layout file appears, changes and goes", async () => {
    const { project, watches, output } = startWatching(files);
    await watches(1);
    const before = output();
    project.write({ ".prettierrc": '{ "tabWidth": 8 }' });
    expect(await watches(2)).toContain("changed  .prettierrc\n");
    expect(output()).toContain('\n        "');
    project.write({ ".prettierrc": '{ "tabWidth": 6 }' });
    await watches(3);
    expect(output()).toContain('\n      "');
    rmSync(join(project.root, ".prettierrc"));
    await watches(4);
    expect(output()).toBe(before);
    project.write({ "generated/.editorconfig": "root = true\n[*]\nindent_style = tab\n" });
    expect(await watches(5)).toContain("changed  generated/.editorconfig\n");
    expect(output()).toContain('\n\t"');
  });

  it("puts right what somebody edits or deletes, says so, and leaves it alone in a fight", async () => {
    const { project, watches, output } = startWatching(files);
    await watches(1);
    const [made, path] = [output(), "generated/sample/protocol.schema.json"];
    project.write({ [path]: "{}" });
    expect(await watches(2)).toContain(`edited   ${path}\n`);
    expect(output()).toBe(made);
    rmSync(join(project.root, "generated"), { recursive: true });
    expect(await watches(3)).toContain(`deleted  ${path}\n`);
    expect(output()).toBe(made);
    project.write({ [path]: "[]" });
    expect(await watches(4)).toContain("they are left alone until a source changes");
    expect(output()).toBe(made);
    project.write({ [path]: "[1]", "parts/ping.ts": ping("second") });
    const said = await watches(5);
    expect(said).toContain("changed  parts/ping.ts\n");
    expect(said).not.toContain("edited");
    expect(output()).toContain('"second"');
    project.write({ [path]: "[2]" });
    expect(await watches(6)).toContain(`edited   ${path}\n`);
  });

  it("follows an output that is moved, and names what it left behind", async () => {
    const { project, watches } = startWatching(files);
    await watches(1);
    const moved = CONFIG.replace('"json-schema": true', '"json-schema": { output: "moved/p.json" }');
    project.write({ "typewire.config.ts": moved });
    const said = await watches(2);
    expect(said).toContain("written  moved/p.json\n");
    expect(said).toContain("left     generated/sample/protocol.schema.json: it is no output any more, delete it\n");
    rmSync(join(project.root, "moved/p.json"));
    expect(await watches(3)).toContain("deleted  moved/p.json\n");
    expect(readFileSync(join(project.root, "moved/p.json"), "utf8")).toContain("Ping");
  });
});
