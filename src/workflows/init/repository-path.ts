import type { ProjectFacts } from "./project-facts.js";

/** A file of the repository as seen from the project's folder. For example `../../lefthook.yml`. */
export function repositoryPath({ subfolder }: ProjectFacts, path: string): string {
  const up = subfolder === "" ? [] : subfolder.split("/").map(() => "..");
  return [...up, path].join("/");
}
