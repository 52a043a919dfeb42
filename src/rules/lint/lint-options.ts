/** What rules ask of the project besides its schemas. */
export interface LintOptions {
  /** Words of a method's name that tell of side effects. For example `send`. */
  readonly sideEffectVerbs: readonly string[];
  /** Last parts of a scope that only methods with side effects need. For example `write` of `operator.write`. */
  readonly sideEffectScopes: readonly string[];
}

/** What holds where the config does not say. */
export const defaultLintOptions: LintOptions = {
  sideEffectVerbs: [
    "abort",
    "add",
    "approve",
    "cancel",
    "clear",
    "create",
    "delete",
    "disable",
    "enable",
    "inject",
    "insert",
    "install",
    "invoke",
    "patch",
    "put",
    "reject",
    "remove",
    "rename",
    "replace",
    "reset",
    "restart",
    "revoke",
    "rotate",
    "run",
    "save",
    "send",
    "set",
    "start",
    "stop",
    "update",
    "write",
  ],
  sideEffectScopes: ["write", "admin"],
};
