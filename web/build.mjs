// Bundles each folder's *.entry.ts and *.entry.css into wwwroot/dist, with shared code in chunks, and each *.worker.ts into one
// file. With --watch, again at each change.
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build, context } from "esbuild";
import { PurgeCSS } from "purgecss";
import { named } from "./palette.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "wwwroot/dist");
const nhsukImages = path.join(here, "node_modules/nhsuk-frontend/dist/nhsuk/assets");

const folders = (await readdir(here, { withFileTypes: true })).filter(entry => entry.isDirectory() && /^[A-Z]/.test(entry.name));
const files = (await Promise.all(folders.map(async ({ name }) => (await readdir(path.join(here, name), { recursive: true })).map(file => path.join(here, name, file))))).flat();
const outputs = (end, named) => files.filter(file => end.test(file)).map(file => ({ in: file, out: path.basename(file).replace(end, named) }));
const entryPoints = outputs(/\.entry\.(ts|css)$/, "");

/** Of the design system's rules, those for what stands in a page or a script: a tenth of the sheet, which every first page waits for. */
const used = async css => (await new PurgeCSS().purge({
  css: [{ raw: css }],
  content: [path.join(here, "[A-Z]*/**/*.{cshtml,cs,ts}"), path.join(nhsukImages, "../components/*/!(fixtures|macro-options).mjs")],
  safelist: { greedy: [/nhsuk-tag--/, /nhsuk-input--width-/] },
}))[0].css;

/**
 * The design system's style sheet refers to its images by a fixed address and to its licensed font on the NHS's own
 * host. The images come from the package; the font is left out, so that no page requests anything from another host.
 */
const nhsukLocally = {
  name: "nhsuk-locally",
  setup(bundle) {
    bundle.onLoad({ filter: /nhsuk-frontend[^/\\]*\.css$/ }, async file => ({
      contents: named(await used((await readFile(file.path, "utf8")).replace(/@font-face\s*{[^}]*}/g, ""))),
      loader: "css",
    }));
    bundle.onResolve({ filter: /^\/assets\// }, image => ({ path: path.join(nhsukImages, image.path.slice("/assets/".length)) }));
  },
};

/** The map's worker is a script of its own, which browsers load from its own address. */
const mapWorker = {
  name: "map-worker",
  setup(bundle) {
    bundle.onLoad({ filter: /maplibre-gl-worker\.mjs$/ }, async file => ({
      contents: (await readFile(file.path, "utf8")).replace(/\n\/\/# sourceMappingURL=.*/, ""),
      loader: "file",
    }));
  },
};

/** Browsers are sent these in place of the files beside which they are. */
const compressAll = async () => {
  const built = (await readdir(dist, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  await Promise.all(built.map(async entry => {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const bytes = await readFile(file);
    await Promise.all([writeFile(`${file}.br`, brotliCompressSync(bytes)), writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }))]);
  }));
};

/** Whoever is sent a library in a script can read its licence. */
const copyLicences = async () => {
  const { dependencies } = JSON.parse(await readFile(path.join(here, "package.json"), "utf8"));
  await mkdir(path.join(dist, "licences"), { recursive: true });
  await Promise.all(Object.keys(dependencies).map(async name => {
    const library = path.join(here, "node_modules", name);
    const licence = (await readdir(library)).find(file => /^licen[cs]e/i.test(file));
    if (licence) {
      await copyFile(path.join(library, licence), path.join(dist, "licences", `${name.replace(/^.*\//, "")}.txt`));
    }
  }));
};

await rm(dist, { recursive: true, force: true });
const options = {
  absWorkingDir: here,
  entryPoints,
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  minify: true,
  sourcemap: false,
  legalComments: "none",
  loader: { ".svg": "file", ".geojson": "json" },
  plugins: [nhsukLocally, mapWorker],
};
/** Not every browser loads a service worker with imports, so each is one file. */
const workers = { ...options, entryPoints: outputs(/\.worker\.ts$/, ".worker"), splitting: false, format: "iife" };
if (process.argv.includes("--watch")) {
  await Promise.all([options, workers].map(async each => (await context({ ...each, logLevel: "info" })).watch()));
} else {
  const warnings = (await Promise.all([options, workers].map(build))).flatMap(built => built.warnings);
  await copyLicences();
  await compressAll();
  process.exit(warnings.length > 0 ? 1 : 0);
}
