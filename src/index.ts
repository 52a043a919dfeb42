export type { UserConfig, UserProtocol, UserTarget } from "./config/define-config.js";
export { defineConfig } from "./config/define-config.js";
