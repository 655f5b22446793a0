# Asks whether packages with known vulnerabilities are used, and says whether the answer is conclusive. Sourced by ./test, which
# fails where there are some; a source that does not answer fails nothing.

# NuGet asks while it restores, and what it finds is an error of the build. Here it is only seen whether it could ask:
# a source has vulnerabilities to tell of where its index names them.
audit_packages() {
  local source answered=no
  for source in $(dotnet nuget list source --format short | sed -n 's/^E[A-Z]* //p'); do
    if grep -q '"VulnerabilityInfo/' <<<"$(fetch_text "$source")"; then answered=yes; fi
  done
  if [ "$answered" = yes ]; then
    echo "NuGet audit: conclusive, restoring fails where a package is known to be vulnerable"
  else
    echo "NuGet audit: not conclusive, no package source here answers which packages are vulnerable"
  fi
}

# npm ends with an error both for what it finds and where nobody answers; only an answer comes as a report.
audit_client() {
  local said
  local status=0
  said=$(cd web && npm audit --audit-level=moderate --json 2>/dev/null) || status=$?
  if ! grep -q '"auditReportVersion"' <<<"$said"; then
    echo "npm audit: not conclusive, the registry here does not answer which packages are vulnerable"
  elif [ "$status" = 0 ]; then
    echo "npm audit: conclusive, no package is known to be vulnerable"
  else
    (cd web && npm audit --audit-level=moderate) || true
    return 1
  fi
}

fetch_text() {
  node -e 'fetch(process.argv[1], { signal: AbortSignal.timeout(20000) }).then(answer => answer.text()).then(console.log, () => {})' "$1"
}
