#!/usr/bin/env bash
# Gives this machine a real Swift compiler and prints the folder that holds `swiftc`, `swift-format` and the other tools.
# Reuses what is there: a toolchain on PATH first, then a Debian root made by an earlier run.
#   scripts/setup-swift.sh            set up, then print the folder of the tools
#   TYPEWIRE_SWIFT_ROOT=dir           where the Debian root goes (3.3 GB; default: the user's cache folder)
# Needs root and a Debian or Ubuntu host where no toolchain is installed.
set -euo pipefail

say() { printf 'setup-swift: %s\n' "$*" >&2; }

if [ -n "${SWIFTC:-}" ]; then
  dirname "$(command -v "$SWIFTC")"
  exit 0
fi
if command -v swiftc >/dev/null 2>&1; then
  dirname "$(command -v swiftc)"
  exit 0
fi

root=${TYPEWIRE_SWIFT_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/typewire/swift}
tools=$root/host-bin
lock=$root.lock

write_wrapper() {
  # Runs a tool inside the root with the working folder and the temporary folder at the same path on both sides.
  # The mounts live in a namespace of the call's own: nothing is left behind, nothing has to survive a restart.
  local name=$1 inside=$2
  cat >"$tools/$name.new" <<WRAPPER
#!/usr/bin/env bash
set -euo pipefail
root=\$(cd "\$(dirname "\${BASH_SOURCE[0]}")/.." && pwd)
export SWIFT_ROOT="\$root" SWIFT_WORK="\$PWD" SWIFT_TOOL="$inside"
exec unshare --mount --propagation private bash --norc -euo pipefail -c '
  mount -t proc proc "\$SWIFT_ROOT/proc"
  mount --rbind /dev "\$SWIFT_ROOT/dev"
  for folder in "\${TMPDIR:-/tmp}" "\$SWIFT_WORK" \${TYPEWIRE_SWIFT_BIND:-}; do
    mkdir -p "\$SWIFT_ROOT\$folder"
    mount --rbind "\$folder" "\$SWIFT_ROOT\$folder"
  done
  exec chroot "\$SWIFT_ROOT" /usr/bin/env -C "\$SWIFT_WORK" PATH=/usr/bin:/bin:/usr/libexec/swift/bin "\$SWIFT_TOOL" "\$@"
' "$name" "\$@"
WRAPPER
  chmod +x "$tools/$name.new"
  mv "$tools/$name.new" "$tools/$name"
}

write_wrappers() {
  mkdir -p "$tools"
  write_wrapper swiftc /usr/bin/swiftc
  write_wrapper swift-run-in-root /usr/bin/env
  local tool
  for tool in swift-build swift-test swift-format swift-api-digester swift-symbolgraph-extract; do
    write_wrapper "$tool" "/usr/libexec/swift/bin/$tool"
  done
}

works() { [ -x "$tools/swiftc" ] && (cd "${TMPDIR:-/tmp}" && "$tools/swiftc" --version >/dev/null 2>&1); }

mkdir -p "$(dirname "$root")"
exec 9>"$lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi

# Wrappers are cheap: those of an earlier version of this script are replaced.
if [ -x "$root/usr/bin/swiftc" ]; then write_wrappers; fi

if works; then
  say "reusing the toolchain made earlier"
else
  [ "$(id -u)" = 0 ] || { say "needs root to build a Debian root; or put swiftc on PATH, or name it in SWIFTC"; exit 1; }
  command -v apt-get >/dev/null 2>&1 || { say "no apt-get here: install Swift 6 and put swiftc on PATH"; exit 1; }
  if ! command -v debootstrap >/dev/null 2>&1; then
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq debootstrap >&2
  fi
  mirror=$(awk '/^URIs:/ {print $2; exit}' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
  [ -n "$mirror" ] || mirror=$(awk '/^deb / {for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) {print $i; exit}}' /etc/apt/sources.list 2>/dev/null || true)
  [ -n "$mirror" ] || { say "found no Debian mirror in the apt sources"; exit 1; }
  if [ ! -e "$root/.bootstrapped" ]; then
    rm -rf "$root"
    say "building a Debian 13 root (about 75 s, 3.3 GB)"
    debootstrap --variant=minbase --include=ca-certificates trixie "$root" "$mirror" >&2
    touch "$root/.bootstrapped"
  fi
  unshare --mount --propagation private bash -euo pipefail -c '
    root=$1
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    if [ -e /etc/apt/apt.conf.d ]; then cp -n /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true; fi
    export DEBIAN_FRONTEND=noninteractive
    chroot "$root" apt-get update -qq
    chroot "$root" apt-get install -y -qq --no-install-recommends swiftlang libswiftlang libc6-dev g++ libstdc++-14-dev
  ' setup "$root" >&2
  write_wrappers
  works || { say "the toolchain was installed but swiftc does not run"; exit 1; }
fi
printf '%s\n' "$tools"
