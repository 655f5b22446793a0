# Writes which packages the programs are made of, with versions, licences and hashes, as CycloneDX. Sourced by ./test and
# build/publish.sh, after what they build: write_sbom FOLDER [ARTIFACTS], ARTIFACTS being where a build apart from obj/ was made.

write_sbom() {
  local folder=$1 apart=()
  [ -z "${2:-}" ] || apart=(--base-intermediate-output-path "$2")
  rm -rf "$folder"
  mkdir -p "$folder"
  if ! dotnet tool restore >/dev/null 2>&1; then
    echo "SBOM: not written for NuGet, no package source here has the tool in .config/dotnet-tools.json"
  else
    dotnet CycloneDX web/CapacityBoard.Web.csproj --output "$folder" --filename nuget.cdx.json --output-format Json \
      --set-name capacity-board --disable-package-restore "${apart[@]}" >/dev/null
  fi
  npm --prefix web sbom --sbom-format cyclonedx >"$folder/npm.cdx.json"
  check_sbom "$folder"/*.cdx.json
}

# Each is CycloneDX, and names packages with their versions.
check_sbom() {
  node -e '
    for (const file of process.argv.slice(1)) {
      const { bomFormat, components } = JSON.parse(require("fs").readFileSync(file, "utf8"));
      if (bomFormat !== "CycloneDX" || !components?.length || components.some(each => !each.name || !each.version || !each.purl)) {
        throw new Error(`${file} does not say which packages there are`);
      }
      const without = what => components.filter(each => !each[what]?.length).length;
      console.log(`SBOM: ${components.length} packages in ${file}, ${without("licenses")} without a licence, ${without("hashes")} without a hash`);
    }' "$@"
}
