import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "examples/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/long/**"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    globalSetup: ["test/setup/every-code.ts"],
    setupFiles: ["test/setup/keep-codes.ts"],
    // Modules of temporary projects are the users': Node imports them, as it does outside of tests, not Vite.
    server: { deps: { external: [/\/typewire-test-[^/]+\/.*\.[mc]?js$/u] } },
  },
});
