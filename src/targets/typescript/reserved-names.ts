const TYPE_NAMES =
  "any unknown never void null undefined string number boolean bigint symbol object true false this asserts is infer keyof readonly unique typeof";
const KEYWORDS =
  "break case catch class const continue debugger default delete do else enum export extends finally for function if import in instanceof new return super switch throw try var while with implements interface let package private protected public static yield await async of as satisfies type declare namespace module abstract require global";
const RESERVED: ReadonlySet<string> = new Set(`${TYPE_NAMES} ${KEYWORDS}`.split(" "));

/** Whether TypeScript keeps a word for itself, so that no type can be called by it. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name);
}
