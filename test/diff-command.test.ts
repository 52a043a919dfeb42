import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { run } from "../src/cli/main.js";
import { gitProject, type GitProject } from "./support/git-project.js";
import { runInProcess } from "./support/run-in-process.js";
import { temporaryProject } from "./support/temporary-project.js";

const CONFIG = { protocols: { jobs: { source: "schema.ts", targets: { "json-schema": true } } } };

/** The registry's module. `params` is the text of what follows the first property of its params. */
function registry(params: string, version = 1): string {
  return `import { Type } from "@sinclair/typebox";
export const PROTOCOL_VERSION = ${version};
export const METHODS = { "jobs.add": { scope: "operator.write" } };
export const ProtocolSchemas = {
  JobsAddParams: Type.Object({ id: Type.String()${params} }, { additionalProperties: false }),
  JobsAddResult: Type.Object({ ok: Type.Boolean() }, { additionalProperties: false }),
};
`;
}

const CLOSED_OPTIONAL = ", timeZone: Type.Optional(Type.String())";
const REQUIRED = ", key: Type.String({ minLength: 1 })";

/** A JSON Schema document that is a registry itself. */
function labels(maxLength: number): string {
  return JSON.stringify({ protocolVersion: 1, definitions: { Label: { type: "string", maxLength } } });
}

function jobsProject(config: object = CONFIG): GitProject {
  return gitProject({ "typewire.config.json": JSON.stringify(config), "schema.ts": registry("") });
}

describe("typewire diff", () => {
  it("compares the project with a git revision, and leaves nothing behind", async () => {
    const project = jobsProject();
    project.write({ "schema.ts": registry(CLOSED_OPTIONAL) });
    const { stdout, stderr, exitCode } = await runInProcess(["diff", "--against", "HEAD"], project.root);
    await expect(`${stderr}${stdout}`).toMatchFileSnapshot("__golden__/diff/against-revision.txt");
    expect(exitCode).toBe(1);
    expect(project.git("worktree", "list").trim().split("\n")).toHaveLength(1);
    expect(project.git("status", "--short")).toBe(" M schema.ts\n");
  });

  it("compares two revisions, wherever the registry stood in either", async () => {
    const project = jobsProject();
    project.git("tag", "v1");
    project.git("mv", "schema.ts", "protocol.ts");
    const moved = { protocols: { jobs: { ...CONFIG.protocols.jobs, source: "protocol.ts" } } };
    project.write({ "protocol.ts": registry(REQUIRED, 2), "typewire.config.json": JSON.stringify(moved) });
    project.commit("Move");
    project.write({ "protocol.ts": "this is no module" });
    const { stdout, stderr, exitCode } = await runInProcess(
      ["diff", "--from", "v1", "--to", "main", "--format", "markdown"],
      project.root,
    );
    await expect(stdout).toMatchFileSnapshot("__golden__/diff/changelog.md");
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 1 });
  });

  it("reads a JSON Schema file of another tool, and does not compare what that does not say", async () => {
    const project = jobsProject();
    const definitions = {
      JobsAddParams: {
        type: "object",
        required: ["id", "old"],
        properties: { id: { type: "string" }, old: { type: "string" } },
      },
    };
    project.write({ "other.json": JSON.stringify({ definitions }) });
    const { stdout, exitCode } = await runInProcess(["diff", "--against", "other.json"], project.root);
    await expect(stdout).toMatchFileSnapshot("__golden__/diff/against-file.txt");
    expect(exitCode).toBe(1);
  });

  it("takes no error code for new or gone where one of the two versions does not say which there are", async () => {
    const project = gitProject({
      "typewire.config.json": JSON.stringify(CONFIG),
      "schema.ts": `${registry("")}export const ErrorCodes = { BUSY: "BUSY" };\n`,
    });
    const generated = await runInProcess(["generate"], project.root);
    expect(generated.exitCode).toBe(0);
    const { definitions } = JSON.parse(readFileSync(join(project.root, "generated/jobs/protocol.schema.json"), "utf8"));
    project.write({ "silent.json": JSON.stringify({ definitions }) });
    project.write({ "telling.json": JSON.stringify({ definitions, errorCodes: ["GONE"] }) });
    const diff = async (...args: readonly string[]): Promise<string> =>
      (await runInProcess(["diff", ...args], project.root)).stdout;
    expect(await diff("--against", "silent.json")).not.toMatch(/BUSY|error code/i);
    expect(await diff("--from", "HEAD", "--to", "silent.json")).not.toMatch(/BUSY|error code/i);
    const told = await diff("--against", "telling.json");
    expect(told).toContain("BUSY");
    expect(told).toContain("GONE");
  });

  it("reads a copy of the project in another folder", async () => {
    const project = jobsProject();
    project.write({ "copy/schema.ts": registry(REQUIRED) });
    const { stdout } = await runInProcess(["diff", "--against", "copy"], project.root);
    expect(stdout).toContain('Required property "key" was removed');
  });

  it("prefers a committed JSON Schema document where the source is one", async () => {
    const config = { protocols: { labels: { source: "labels.json", targets: { "json-schema": true } } } };
    const project = gitProject({ "typewire.config.json": JSON.stringify(config), "labels.json": labels(9) });
    project.write({ "labels.json": labels(5) });
    const { stdout } = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(stdout).toContain("breaking  wire      Label: The length was narrowed: `maxLength` 9 became 5");
  });

  it("works in a folder of a repository", async () => {
    const project = gitProject({
      "packages/wire/typewire.config.json": JSON.stringify(CONFIG),
      "packages/wire/schema.ts": registry(""),
    });
    project.write({ "packages/wire/schema.ts": registry(REQUIRED, 2) });
    const { stdout } = await runInProcess(["diff", "--against", "HEAD"], join(project.root, "packages/wire"));
    expect(stdout).toContain('Required property "key" was added');
  });

  it("says so where there is no repository", async () => {
    const { root } = temporaryProject({ "typewire.config.json": JSON.stringify(CONFIG), "schema.ts": registry("") });
    const { stderr, exitCode } = await runInProcess(["diff", "--against", "main"], root);
    expect(stderr).toContain('error revision/not-found: "main" is no file, no folder and no git revision');
    expect(exitCode).toBe(2);
  });

  it("asks for a raised version where peers break, and is content with one", async () => {
    const project = jobsProject();
    project.write({ "schema.ts": registry(REQUIRED) });
    const same = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(same.stderr).toContain("help: Raise PROTOCOL_VERSION to 2, or undo what breaks.");
    project.write({ "schema.ts": registry(REQUIRED, 2) });
    const raised = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(raised.stderr).not.toContain("PROTOCOL_VERSION");
    project.write({ "schema.ts": registry("", 2) });
    const needless = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(needless.stderr).toContain("warning breaking/version-raised-with-reason");
    expect(needless.exitCode).toBe(0);
  });
});

describe("the policy", () => {
  it("lets changes be agreed to, exactly these, and until a day", async () => {
    const project = jobsProject();
    project.write({ "schema.ts": registry(", label: Type.Optional(Type.String({ maxLength: 9 }))") });
    project.commit("Label");
    project.write({ "schema.ts": registry(", label: Type.Optional(Type.String({ maxLength: 5 }))", 2) });
    const diff = (...args: readonly string[]) =>
      runInProcess(["diff", "--against", "HEAD", "--today", "2026-11-23", ...args], project.root);
    expect((await diff()).exitCode).toBe(1);
    const approved = await diff("--approve", "no label is that long", "--expires", "2026-12-31");
    expect(approved).toEqual({ stdout: "1 change agreed to in typewire.approvals.json\n", stderr: "", exitCode: 0 });
    const file = join(project.root, "typewire.approvals.json");
    await expect(readFileSync(file, "utf8")).toMatchFileSnapshot("__golden__/diff/typewire.approvals.json");
    const passing = await diff();
    expect(passing.exitCode).toBe(0);
    expect(passing.stdout).toContain("(agreed: no label is that long)");
    expect((await diff("--today", "2026-12-31")).exitCode).toBe(0);
    expect((await diff("--today", "2027-01-01")).stderr).toContain("It was agreed to until 2026-12-31.");
    project.write({ "schema.ts": registry(", label: Type.Optional(Type.String({ maxLength: 4 }))", 2) });
    const other = await diff();
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toContain("warning policy/spent-approval");
    expect((await diff("--approve", " ")).stderr).toContain("cli/empty-value");
  });

  it("takes entries and thresholds from the config, and names entries that hide nothing", async () => {
    const ignore = [
      { rule: "property-no-new-required", path: "JobsAdd*.key", reason: "not released yet" },
      { rule: "enum-value-no-add", path: "Gone.*", reason: "long ago" },
    ];
    const project = jobsProject({ ...CONFIG, policy: { ignore } });
    project.write({ "schema.ts": registry(REQUIRED) });
    const ignored = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(ignored.exitCode).toBe(0);
    expect(ignored.stderr).toContain(
      'warning policy/unused-ignore: The ignore entry of "enum-value-no-add" for Gone.* hides nothing',
    );
    const fail = { wire: "never", source: "never", metadata: "never" };
    project.write({ "typewire.config.json": JSON.stringify({ ...CONFIG, policy: { fail } }) });
    const lenient = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(lenient.exitCode).toBe(0);
    expect(lenient.stderr).toContain("warning breaking/property-no-new-required");
  });

  it("lets an entry of the config hold on its last day, and not on the next", async () => {
    const entry = { rule: "property-no-new-required", path: "JobsAddParams.key", reason: "soon gone" };
    const project = jobsProject({ ...CONFIG, policy: { ignore: [{ ...entry, expires: "2028-02-29" }] } });
    project.write({ "schema.ts": registry(REQUIRED, 2) });
    const diff = (today: string) => runInProcess(["diff", "--against", "HEAD", "--today", today], project.root);
    expect((await diff("2028-02-29")).exitCode).toBe(0);
    expect((await diff("2028-03-01")).exitCode).toBe(1);
  });

  it("refuses an approvals file that is not one", async () => {
    const project = jobsProject();
    project.write({ "typewire.approvals.json": "{}" });
    const { stderr, exitCode } = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(stderr).toContain("policy/invalid-approvals");
    expect(exitCode).toBe(2);
  });
});

describe("the formats", () => {
  it("prints JSON as its schema describes it", async () => {
    const project = jobsProject();
    project.write({ "schema.ts": registry(`${REQUIRED}${CLOSED_OPTIONAL}`) });
    const { stdout } = await runInProcess(["diff", "--against", "HEAD", "--format", "json"], project.root);
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../docs/diff-report.schema.json"), "utf8"));
    const ajv = new Ajv();
    expect(ajv.validate(schema, JSON.parse(stdout)), ajv.errorsText()).toBe(true);
    await expect(stdout).toMatchFileSnapshot("__golden__/diff/report.json");
  });

  it("annotates for GitHub and writes the step's summary", async () => {
    const project = jobsProject();
    project.write({ "schema.ts": registry(REQUIRED) });
    const summary = join(project.root, "summary.md");
    let printed = "";
    const write = (text: string): void => void (printed += text);
    const stdout = { write, flushed: async () => {}, fault: undefined, isTerminal: false };
    const io = {
      stdout,
      stderr: stdout,
      readInput: async function* () {},
      interrupted: async () => {},
      cwd: project.root,
      env: { GITHUB_STEP_SUMMARY: summary },
    };
    expect(await run(["diff", "--against", "HEAD", "--format", "github"], io)).toBe(1);
    expect(printed).toContain("::error file=schema.ts,line=5,");
    expect(existsSync(summary)).toBe(true);
    expect(readFileSync(summary, "utf8")).toContain("### Breaks what peers send (1)");
  });

  it("fails a JUnit test case for each change that fails", async () => {
    const project = jobsProject();
    project.write({ "schema.ts": registry(REQUIRED) });
    const { stdout } = await runInProcess(["diff", "--against", "HEAD", "--format", "junit"], project.root);
    expect(stdout).toContain('<failure type="breaking/property-no-new-required"');
  });
});

describe("what cannot be compared", () => {
  it.each([
    [["diff"], "cli/nothing-to-compare"],
    [["diff", "--against", "HEAD", "--today", "tomorrow"], "policy/invalid-date"],
    [["diff", "--against", "HEAD", "--today", "2026-02-30"], "policy/invalid-date"],
    [["diff", "--against", "HEAD", "--approve", "x", "--expires", "2026-13-01"], "policy/invalid-date"],
    [["diff", "--against", "no-such-branch"], "revision/not-found"],
    [["diff", "--against", "--upload-pack=x"], "revision/not-found"],
    [["diff", "--against", "HEAD", "--protocol", "other"], "revision/unknown-protocol"],
    [["diff", "--against", "empty"], "revision/no-source"],
    [["diff", "--against", "broken.json"], "revision/unreadable"],
  ])("%j is refused with %s", async (args, code) => {
    const project = jobsProject();
    project.write({ "empty/file.txt": "", "broken.json": "{" });
    const { stderr, exitCode } = await runInProcess(args, project.root);
    expect(stderr).toContain(`error ${code}`);
    expect(exitCode).toBe(2);
  });

  it("says which protocol's version a file may be, where there are two", async () => {
    const { jobs } = CONFIG.protocols;
    const project = jobsProject({ protocols: { jobs, others: { ...jobs } } });
    const { stderr, exitCode } = await runInProcess(["diff", "--against", "schema.ts"], project.root);
    expect(stderr).toContain("error revision/several-protocols");
    expect(exitCode).toBe(2);
  });

  it("falls back on a committed document where a revision's registry no longer loads, and says so", async () => {
    const project = jobsProject();
    const definitions = { JobsAddParams: { type: "object", properties: { id: { type: "integer" } } } };
    project.write({
      "generated/jobs/protocol.schema.json": JSON.stringify({ definitions }),
      "schema.ts": 'import "./gone.js";',
    });
    project.commit("Break");
    project.write({ "schema.ts": registry("") });
    const { stdout, stderr } = await runInProcess(["diff", "--against", "HEAD"], project.root);
    expect(stderr).toContain("warning revision/document-only");
    expect(stdout).toContain("Type changed from integer to string");
  });
});

describe("typewire rules", () => {
  it("lists every rule with its purpose, category and default", async () => {
    const { stdout, exitCode } = await runInProcess(["rules"], import.meta.dirname);
    await expect(stdout).toMatchFileSnapshot("__golden__/diff/rules.txt");
    expect(exitCode).toBe(0);
  });
});
