# Reads what `dotnet test` prints with its console logger. Sourced by ./test.

# slowest_tests HOW_MANY LOG...: seconds and names, the slowest first.
slowest_tests() {
  awk '
    # Ends with the time that it took: [< 1 ms], [57 ms], [8 s], [1 m 41 s].
    /^  (Passed|Failed) .*\[[^]]*\]$/ {
      took = $0; sub(/.*\[/, "", took); sub(/\]$/, "", took); sub(/^< /, "", took)
      name = $0; sub(/^  [A-Za-z]+ /, "", name); sub(/ \[[^]]*\]$/, "", name)
      seconds = 0
      for (each = split(took, part, " "); each > 1; each -= 2)
        seconds += part[each - 1] * (part[each] == "ms" ? 0.001 : part[each] == "s" ? 1 : part[each] == "m" ? 60 : 3600)
      printf "%8.1f s  %s\n", seconds, name
    }' "${@:2}" | LC_ALL=C sort -rn | awk -v most="$1" 'NR <= most'
}

# failed_tests LOG...: each with its message.
failed_tests() {
  awk 'FNR == 1 { told = 0 } /^  (Passed|Skipped) |^Test Run|^\[xUnit/ { told = 0 } /^  Failed / { told = 40 } told-- > 0' "$@"
}

# count_tests LOG...: over all of them.
count_tests() {
  awk '
    /^ *(Passed|Failed|Skipped): *[0-9]+/ { sub(/^ */, ""); split($0, part, /: */); count[part[1]] += part[2] }
    END { printf "%d passed, %d failed, %d skipped\n", count["Passed"], count["Failed"], count["Skipped"] }' "$@"
}
