// Bundles each folder's *.test.ts and runs it with Node's own test runner.
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const isFolder = entry => entry.isDirectory() && /^[A-Z]/.test(entry.name);
const folders = (await readdir(here, { withFileTypes: true })).filter(isFolder).map(({ name }) => path.join(here, name));
const files = (await Promise.all(folders.map(async folder => (await readdir(folder, { recursive: true })).map(file => path.join(folder, file))))).flat();
const outdir = await mkdtemp(path.join(here, "node_modules", ".tests-"));
try {
  await build({
    entryPoints: files.filter(file => file.endsWith(".test.ts")),
    entryNames: "[name]",
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    sourcemap: "inline",
  });
  const bundles = (await readdir(outdir)).map(name => path.join(outdir, name));
  process.exitCode = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...bundles], { stdio: "inherit" }).status ?? 1;
} finally {
  await rm(outdir, { recursive: true });
}
