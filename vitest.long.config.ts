import { defineConfig } from "vitest/config";

/** What takes minutes: `pnpm test:long`. */
export default defineConfig({
  test: {
    include: ["test/long/**/*.long.test.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
  },
});
