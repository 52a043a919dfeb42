import type { EventMapping, MethodMapping, ProtocolConfig } from "../config/config.js";
import type { Registry } from "../registry/registry.js";

/** The present settings as far as they apply to another version: what they name may not have been there. */
export function fitSettings(settings: ProtocolConfig, registry: Registry): ProtocolConfig {
  const has = (name: string | null | undefined): boolean => typeof name !== "string" || registry.schemas.has(name);
  const methods = new Set(registry.methods.map(({ name }) => name));
  const events = new Set(registry.events.map(({ name }) => name));
  return {
    ...settings,
    frames: has(settings.frames) ? settings.frames : undefined,
    methods: keep<MethodMapping>(
      settings.methods,
      (name, { params, result }) => methods.has(name) && has(params) && has(result),
    ),
    events: keep<EventMapping>(settings.events, (name, { payload }) => events.has(name) && has(payload)),
  };
}

function keep<T>(
  mappings: Readonly<Record<string, T>>,
  applies: (name: string, mapping: T) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(mappings).filter(([name, mapping]) => applies(name, mapping)));
}
