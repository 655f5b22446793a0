# Asks whether packages with known vulnerabilities are used. Sourced by ./test, which fails where there are some; a
# source that does not answer is named in a line and fails nothing.

# NuGet asks while it restores, and what it finds is an error of the build. Here it is only seen whether it could ask:
# a source has vulnerabilities to tell of where its index names them.
audit_packages() {
  local source answered=no
  for source in $(dotnet nuget list source --format short | sed -n 's/^E[A-Z]* //p'); do
    if grep -q '"VulnerabilityInfo/' <<<"$(fetch_text "$source")"; then answered=yes; fi
  done
  if [ "$answered" = no ]; then echo "NuGet audit: not done, no package source here answers which packages are vulnerable"; fi
}

# npm ends with an error both for what it finds and where nobody answers; only what it finds comes as a report.
audit_client() {
  local said
  if said=$(cd web/client && npm audit --audit-level=moderate --json 2>/dev/null); then
    return
  elif grep -q '"auditReportVersion"' <<<"$said"; then
    (cd web/client && npm audit --audit-level=moderate) || true
    return 1
  fi
  echo "npm audit: not done, the registry here does not answer which packages are vulnerable"
}

fetch_text() {
  node -e 'fetch(process.argv[1], { signal: AbortSignal.timeout(20000) }).then(answer => answer.text()).then(console.log, () => {})' "$1"
}
