import { defineDiagnostics } from "../../diagnostics/define-diagnostics.js";

interface PolicyParameters {
  readonly "invalid-date": { readonly option: string; readonly date: string };
  readonly "invalid-approvals": { readonly file: string };
  readonly "spent-approval": { readonly rule: string; readonly path: string; readonly file: string };
  readonly "unused-ignore": { readonly rule: string; readonly path: string };
}

/** What can be wrong with what was agreed to. */
export const policyDiagnostics = defineDiagnostics<PolicyParameters>("policy", {
  "invalid-date": {
    severity: "error",
    message: ({ option, date }) => `"${option}" is a date such as 2027-01-31, and "${date}" is none`,
    help: () => "Write the year, the month and the day.",
  },
  "invalid-approvals": {
    severity: "error",
    message: ({ file }) => `${file} is not what \`typewire diff --approve\` writes`,
    help: () =>
      'It looks like { "version": 1, "approvals": [{ "protocol", "rule", "path", "reason", … }] }. Restore it, or remove it and approve again.',
  },
  "spent-approval": {
    severity: "warning",
    message: ({ rule, path }) => `The approval of "${rule}" for ${path} speaks of no change any more`,
    help: ({ file }) => `Take it out of ${file}: what it agreed to is part of the other version by now, or was undone.`,
  },
  "unused-ignore": {
    severity: "warning",
    message: ({ rule, path }) => `The ignore entry of "${rule}" for ${path} hides nothing`,
    help: () => "Take it out of the config's `policy`, or correct its path: `*` stands for any text.",
  },
});
