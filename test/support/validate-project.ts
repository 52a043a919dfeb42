import { temporaryProject, type TemporaryProject } from "./temporary-project.js";

const SCHEMA = {
  definitions: {
    Row: {
      type: "object",
      additionalProperties: false,
      required: ["id"],
      properties: {
        id: { type: "integer" },
        text: { type: "string" },
        list: { type: "array", items: { type: "integer" } },
      },
    },
    Tree: { type: "object", additionalProperties: false, properties: { c: { $ref: "#/definitions/Tree" } } },
  },
};

/** A project whose protocol has a flat `Row` and an endless `Tree`. */
export function validateProject(files: Readonly<Record<string, string>> = {}): TemporaryProject {
  const config = { protocols: { sample: { source: "./schema.json", targets: { typescript: true } } } };
  const own = { "typewire.config.json": JSON.stringify(config), "schema.json": JSON.stringify(SCHEMA) };
  return temporaryProject({ ...own, ...files });
}

/** Node's argument that prints the most memory that a process has had, in KiB, as the last line of stderr. */
export const PRINT_PEAK = `--import=data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write(`${process.resourceUsage().maxRSS}\\n`));',
)}`;

/** What `PRINT_PEAK` has printed, in MiB. */
export function peakOf(stderr: string): number {
  return Number(stderr.trimEnd().split("\n").at(-1)) / 1024;
}
