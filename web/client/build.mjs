// Bundles every src/pages/*.ts and styles/pages/*.css into web/wwwroot/dist, one file a page, shared code in chunks.
import { readFile, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "../wwwroot/dist");
const nhsukImages = path.join(here, "node_modules/nhsuk-frontend/dist/nhsuk/assets");

const entries = async (folder, extension) =>
  (await readdir(path.join(here, folder))).filter(name => name.endsWith(extension)).map(name => path.join(here, folder, name));

/**
 * The design system's style sheet names its images by a fixed address and its licensed font by the NHS's own
 * host. The images are taken from the package; the font is left out, so that no page asks another host for anything.
 */
const nhsukLocally = {
  name: "nhsuk-locally",
  setup(bundle) {
    bundle.onLoad({ filter: /nhsuk-frontend[^/\\]*\.css$/ }, async file => ({
      contents: (await readFile(file.path, "utf8")).replace(/@font-face\s*{[^}]*}/g, ""),
      loader: "css",
    }));
    bundle.onResolve({ filter: /^\/assets\// }, image => ({ path: path.join(nhsukImages, image.path.slice("/assets/".length)) }));
  },
};

await rm(dist, { recursive: true, force: true });
const { warnings } = await build({
  absWorkingDir: here,
  entryPoints: [...(await entries("src/pages", ".ts")), ...(await entries("styles/pages", ".css"))],
  entryNames: "[name]",
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
  loader: { ".svg": "file" },
  plugins: [nhsukLocally],
});
if (warnings.length > 0) {
  process.exit(1);
}
