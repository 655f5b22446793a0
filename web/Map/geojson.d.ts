declare module "*.geojson" {
  import type { FeatureCollection, Polygon, MultiPolygon } from "geojson";

  const outlines: FeatureCollection<Polygon | MultiPolygon, { area_name: string; lon: number; lat: number }>;
  export default outlines;
}

/** The address of the file, relative to the script that imports it. */
declare module "*/maplibre-gl-worker.mjs" {
  const address: string;
  export default address;
}
