const INDEX = /^\d+$/u;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/u;

/** The keys of a JSON pointer (RFC 6901). For example `/protocols/gateway` → `["protocols", "gateway"]`. */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A place in the config as messages name it. For example `protocols.gateway.methods["chat.send"].params`. */
export function keyPath(keys: readonly string[]): string {
  if (keys.length === 0) return "the config";
  return keys.map((key, index) => step(key, index === 0)).join("");
}

function step(key: string, isFirst: boolean): string {
  if (INDEX.test(key)) return `[${key}]`;
  if (!IDENTIFIER.test(key)) return `[${JSON.stringify(key)}]`;
  return isFirst ? key : `.${key}`;
}
