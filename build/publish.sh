#!/usr/bin/env bash
# Makes an archive of the board for Linux on x64, with .NET in it: build/publish.sh FOLDER. Called by ./run publish.
set -euo pipefail
# Whoever unpacks it: every user of that machine may run the programs.
umask 022
. "$(dirname "$0")/sbom.sh"
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "${1:?the folder to write the archive to}"
folder=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -n "$(git -C "$root" status --porcelain 2>/dev/null)" ]; then
  echo "Some changes are not committed: they are in the archive, and its commit is the one before them." >&2
fi

# Built apart from bin/ and obj/, which are of another target, and without the analyzers, which every other build runs.
for program in silo web; do
  dotnet publish "$root/$program" --configuration Release --runtime linux-x64 --self-contained --artifacts-path "$work/build" \
    --output "$work/$program" --verbosity quiet --nologo -clp:NoSummary --disable-build-servers -p:RunAnalyzers=false
done

# One folder for both: what they share is the web program's, which needs the newer of two versions of a package.
version=$("$work/web/CapacityBoard.Web" --version)
name=capacity-board-${version%%+*}
mkdir "$work/$name"
(cd "$root" && write_sbom "$work/$name/sbom" "$work/build") >&2
cp -R "$work/silo/." "$work/web/." "$root/build/systemd" "$work/$name/"
tar --create --gzip --file "$folder/$name-linux-x64.tar.gz" --directory "$work" --owner=0 --group=0 --numeric-owner --sort=name "$name"
echo "$folder/$name-linux-x64.tar.gz ($version)"
