import type { util as documented } from "prettier";

declare module "prettier/standalone" {
  /** Prettier's documented `util`, which its typings name in `prettier` alone; that module takes far longer to load. */
  export const util: Pick<typeof documented, "getStringWidth">;
}
