import { configFromArguments } from "../../config/config-from-arguments.js";
import { configIn } from "../../config/find-config.js";
import { projectPath } from "../../config/module/project-path.js";
import type { InitChoices } from "./choices.js";
import type { Step } from "./step.js";

/** The config: one protocol with every chosen target at its defaults. */
export async function configStep(folder: string, { source, targets }: InitChoices): Promise<Step> {
  const present = configIn(folder);
  if (present !== undefined) return { kind: "keep", path: projectPath(folder, present), reason: "it is there already" };
  const written = /^[./]|\.[mc]?[jt]s$|\.json$/u.test(source) ? `./${source.replace(/^\.\//u, "")}` : source;
  const { protocols } = configFromArguments({ root: folder, source: written, out: ".", targets: [] });
  const name = key(protocols[0]?.name ?? "protocol");
  const lines = [
    `import { defineConfig } from "typewire";`,
    ``,
    `export default defineConfig({`,
    `  protocols: {`,
    `    ${name}: {`,
    `      source: ${JSON.stringify(written)},`,
    `      targets: { ${targets.map((target) => `${key(target)}: true`).join(", ")} },`,
    `    },`,
    `  },`,
    `});`,
  ];
  return { kind: "create", path: "typewire.config.ts", text: `${lines.join("\n")}\n` };
}

/** A property's name as it is written. For example `"json-schema"`. */
function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(name) ? name : JSON.stringify(name);
}
