# What ./run and ./test need before they can build. Sourced by both.

need_dotnet() {
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
    exit 1
  fi
}

need_node() {
  if ! node --version 2>/dev/null | grep -Eq '^v(2[0-9]|[3-9][0-9])\.'; then
    echo "Node.js 20 or newer is needed, to build the pages' scripts: https://nodejs.org" >&2
    exit 1
  fi
}

# Installs Debian packages that are missing; says which where it may not.
need_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please install: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
