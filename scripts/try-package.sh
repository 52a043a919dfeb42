#!/usr/bin/env bash
# Packs the package, installs the tarball in an empty project, and uses it there as a newcomer would.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npx --yes pnpm@12 pack --pack-destination "$folder" >/dev/null
typebox=$(node -p 'require("./package.json").dependencies["@sinclair/typebox"]')
mkdir "$folder/project"
cd "$folder/project"
npm init --yes >/dev/null
npm install --no-fund --no-audit "$folder"/typewire-*.tgz "@sinclair/typebox@$typebox" >/dev/null

cat >schema.ts <<'SCHEMA'
import { Type } from "@sinclair/typebox";

export const PROTOCOL_VERSION = 1;
export const PingParamsSchema = Type.Object({ text: Type.String({ minLength: 1 }) }, { additionalProperties: false });
export const METHODS = ["ping"];
export const ProtocolSchemas = { PingParams: PingParamsSchema };
SCHEMA

npx typewire --help >/dev/null
npx typewire generate schema.ts --out generated
npx typewire check schema.ts --out generated
for file in $(find generated -type f); do test -s "$file"; done
[ "$(find generated -type f | wc -l)" -ge 3 ]
node --input-type=module -e 'import { defineConfig } from "typewire"; if (typeof defineConfig !== "function") process.exitCode = 1;'
echo "the package installs, generates and checks in an empty project"
