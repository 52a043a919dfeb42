import { defineTarget } from "../target.js";
import { swiftOptions } from "./options.js";
import { namesOf, translate } from "./translate.js";

/** Swift models: structs and enums that read and write themselves, and survive a newer server. */
export const swift = defineTarget({
  name: "swift",
  summary: "Swift models",
  options: swiftOptions,
  defaultOutput: "ProtocolModels.swift",
  outputEnding: ({ files }) => (files === "single" ? ".swift" : undefined),
  outputKind: ({ files }) => (files === "single" ? "file" : "folder"),
  translate,
  names: namesOf,
});
