import { posix } from "node:path";
import type { Config } from "./config.js";
import { resolveTarget } from "./resolve-protocol.js";
import { defaultExportNames } from "./default-export-names.js";
import { projectPath } from "./module/project-path.js";
import type { TargetDescription } from "./target-description.js";

/** What stands on the command line in place of a config. */
export interface ConfigArguments {
  /** The working folder, absolute. */
  readonly root: string;
  /** The registry: a path relative to the root, or a package. For example `src/gateway/schema.ts`. */
  readonly source: string;
  /** The folder for every output, relative to the root. For example `generated`. */
  readonly out: string;
  readonly targets: readonly TargetDescription[];
}

/** The config of `typewire generate path/to/schema.ts --out dir`: one protocol, every target with its defaults. */
export function configFromArguments({ root, source, out, targets }: ConfigArguments): Config {
  const outputFolder = projectPath(root, out);
  const protocol = {
    name: protocolName(root, source),
    source: /^[./]/u.test(source) ? projectPath(root, source) : source,
    exports: defaultExportNames,
    title: undefined,
    id: undefined,
    description: undefined,
    names: {},
    frames: undefined,
    docs: "schema",
    methods: {},
    events: {},
    kinds: {},
    targets: targets.flatMap((target) => resolveTarget(target, true, { root, outputFolder })),
  } as const;
  return { root, file: undefined, files: [], protocols: [protocol] };
}

/** File names that say nothing of the protocol; its folder's name is taken instead. */
const GENERAL = new Set(["schema", "schemas", "index", "protocol", "registry", "mod", "main", "src", "dist", "lib"]);

/** For example `src/gateway/schema.ts` → `gateway`, `clawdis.ts` → `clawdis`, `@acme/gateway-protocol/schema` → `gateway-protocol`. */
function protocolName(root: string, source: string): string {
  const path = posix.join(root.replaceAll("\\", "/"), projectPath(root, source));
  const [file = "", ...folders] = path.split("/").toReversed();
  const stem = file.replace(/(?:\.(?:protocol|schema|schemas))*(?:\.[mc]?[jt]s|\.json)?$/u, "");
  const telling = [stem, ...folders].map(safeName).find((name) => name !== "" && !GENERAL.has(name));
  return telling ?? "protocol";
}

function safeName(name: string): string {
  return name.replaceAll(/[^\w.-]+/gu, "-").replace(/^[^A-Za-z0-9]+/u, "");
}
