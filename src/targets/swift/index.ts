import type { Target } from "../target.js";
import { readSwiftOptions, swiftOptionsSchema } from "./options.js";
import { translate } from "./translate.js";

/** Swift models: structs and enums that read and write themselves, and survive a newer server. */
export const swift: Target = {
  name: "swift",
  summary: "Swift models",
  options: swiftOptionsSchema,
  defaultOutput: "ProtocolModels.swift",
  outputKind: (options) => (readSwiftOptions(options).files === "single" ? "file" : "folder"),
  translate,
};
