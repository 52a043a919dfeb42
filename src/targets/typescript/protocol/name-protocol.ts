import type { ProtocolNames } from "../../../config/config.js";
import type { Protocol } from "../../../ir/types.js";
import type { VersionConstant } from "../../../registry/registry.js";
import type { TargetContext } from "../../target.js";
import { versionConstants } from "../../shared/version-constants.js";
import { typescriptDiagnostics } from "../diagnostics.js";
import { isUsable } from "../names.js";

/** What `protocol.ts` calls what the config may name. */
export interface NamedProtocol {
  readonly errorCode: string;
  /** The protocol's own version first. */
  readonly versions: readonly VersionConstant[];
}

/** What `protocol.hbs` declares or uses under names of its own, and what no module can declare. */
const TAKEN: ReadonlySet<string> = new Set(
  (
    "types negotiateVersion METHODS MethodMap MethodName Params Result EVENTS EventMap EventName Payload Math " +
    "readFrame readEvent readResult isUnknown Reading UnknownPart ReadPayloadMap ReadPayload KnownEvent UnknownEvent " +
    "ReadResultMap ReadResult Method arguments eval exports globalThis"
  ).split(" "),
);

/** Names the error codes and the versions, as the config says or as TypeScript has them. What cannot be a name is reported. */
export function nameProtocol(
  protocol: Protocol,
  { names = {}, diagnostics }: Pick<TargetContext, "names" | "diagnostics">,
): NamedProtocol {
  const { errorCode = "ErrorCode", versionConstant = "PROTOCOL_VERSION" } = names;
  const versions = versionConstants(protocol, versionConstant);
  for (const { setting, name, reason } of faults(names, new Set(versions.map(({ name: version }) => version)))) {
    diagnostics.report(typescriptDiagnostics.create("bad-name", { setting, name, reason }));
  }
  return { errorCode, versions };
}

interface NameFault {
  readonly setting: keyof ProtocolNames;
  readonly name: string;
  readonly reason: string;
}

function faults(names: ProtocolNames, versions: ReadonlySet<string>): readonly NameFault[] {
  return (["errorCode", "versionConstant"] as const).flatMap((setting) => {
    const name = names[setting];
    if (name === undefined) return [];
    if (!isUsable(name)) return [{ setting, name, reason: "TypeScript keeps that word for itself" }];
    const isTaken = TAKEN.has(name) || (setting === "errorCode" && versions.has(name));
    return isTaken ? [{ setting, name, reason: "protocol.ts uses it for something else" }] : [];
  });
}
