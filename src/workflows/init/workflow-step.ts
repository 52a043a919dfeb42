import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageManagers } from "./package-manager.js";
import type { InitChoices } from "./choices.js";
import type { ProjectFacts } from "./project-facts.js";
import { repositoryPath } from "./repository-path.js";
import type { Step } from "./step.js";

const FILE = ".github/workflows/protocol.yml";

/** The GitHub workflow: lint, check, and for a pull request what it changes for peers. */
export function workflowStep(facts: ProjectFacts, choices: InitChoices): Step {
  const path = repositoryPath(facts, FILE);
  if (existsSync(join(facts.folder, path))) return { kind: "keep", path, reason: "it is there already" };
  const { ci, exec, setup } = packageManagers[choices.packageManager];
  const folder =
    facts.subfolder === ""
      ? []
      : ["defaults:", "  run:", `    working-directory: ${JSON.stringify(facts.subfolder)}`, ""];
  const lines = [
    "name: Protocol",
    "on:",
    "  pull_request:",
    "  push:",
    `    branches: [${JSON.stringify(facts.branch)}]`,
    "",
    "permissions:",
    "  contents: read",
    "",
    ...folder,
    "jobs:",
    "  protocol:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v5",
    "        with:",
    "          # All of the history: a pull request is compared with the branch that it is for.",
    "          fetch-depth: 0",
    ...setup(facts.isPinned).map((line) => `      ${line}`),
    `      - run: ${ci}`,
    `      - run: ${exec} typewire lint --format github`,
    `      - run: ${exec} typewire check --committed --format github`,
    "      - if: github.event_name == 'pull_request'",
    "        env:",
    "          BASE: ${{ github.base_ref }}",
    `        run: ${exec} typewire diff --against "origin/$BASE" --format github`,
  ];
  return { kind: "create", path, text: `${lines.join("\n")}\n` };
}
