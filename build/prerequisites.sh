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

# Which runtime the grains are built for: what the environment says, or else Orleans where its packages can be restored.
choose_runtime() {
  local version why
  version=$(sed -n 's|.*<OrleansVersion>\(.*\)</OrleansVersion>.*|\1|p' "$(build_folder)/../Directory.Packages.props")
  if [ -n "${GrainRuntime:-}" ]; then
    why="as GrainRuntime says"
  elif orleans_can_be_restored "$version"; then
    GrainRuntime=Orleans why="its packages can be restored here"
  else
    GrainRuntime=InProcess why="the Orleans packages cannot be restored here"
  fi
  export GrainRuntime
  [ "$GrainRuntime" = Orleans ] && why="$version ($why)" || why="($why)"
  echo "Grain runtime: $GrainRuntime $why"
}

# Asks the machine's package sources, once for each version of Orleans; after a no, again the next day. Where they do not
# answer within 20 seconds nothing is known: what was restored by then is kept, and the next run asks for the rest.
orleans_can_be_restored() {
  local answer status=0
  answer="$(build_folder)/obj/orleans-$1"
  [ -e "$answer-yes" ] && return 0
  [ -n "$(find "$answer-no" -mmin -1440 2>/dev/null)" ] && return 1
  GrainRuntime=Orleans NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT=1 timeout 20 \
    dotnet restore "$(build_folder)/OrleansPackages.csproj" --verbosity quiet >/dev/null 2>&1 || status=$?
  mkdir -p "$(build_folder)/obj"
  case $status in
    0) touch "$answer-yes" ;;
    124) ;;
    *) touch "$answer-no" ;;
  esac
  return "$status"
}

build_folder() {
  dirname "${BASH_SOURCE[0]}"
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
