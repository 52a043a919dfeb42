/** Why the system refused something: its code where it gives one. For example `EACCES`. */
export function systemReason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
