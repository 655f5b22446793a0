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

# Which runtime the grains are built for: the environment's word, or else Orleans where its packages can be restored from
# this machine's package sources. That is asked once for each version of Orleans; where they could not, again after a day.
choose_runtime() {
  local here version remembered said
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  version=$(sed -n 's|.*<OrleansVersion>\(.*\)</OrleansVersion>.*|\1|p' "$here/Directory.Packages.props")
  remembered="$here/build/.grain-runtime"
  if [ -n "${GrainRuntime:-}" ]; then
    said="as the environment says"
  else
    if [ -n "$(find "$remembered" -mtime +0 -exec grep -l InProcess {} + 2>/dev/null)" ] || ! grep -qs "^$version " "$remembered"; then
      if orleans_restores "$here"; then echo "$version Orleans" >"$remembered"; else echo "$version InProcess" >"$remembered"; fi
    fi
    GrainRuntime=$(cut -d ' ' -f 2 "$remembered")
    if [ "$GrainRuntime" = Orleans ]; then said="Microsoft Orleans $version"; else said="Microsoft Orleans $version cannot be restored here"; fi
  fi
  export GrainRuntime
  echo "Grain runtime: $GrainRuntime ($said)"
}

# Sources that do not answer are given a minute.
orleans_restores() {
  local limit=()
  command -v timeout >/dev/null && limit=(timeout 60)
  "${limit[@]}" dotnet restore "$1/silo" -p:GrainRuntime=Orleans --verbosity quiet --nologo >/dev/null 2>&1
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
