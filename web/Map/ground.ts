// What the places are drawn on: outlines and names of local authorities, names of neighbourhoods, rings of distance. All of it
// comes with the program, so no other server learns what anybody looks at.
import type { Feature, FeatureCollection } from "geojson";
import type { StyleSpecification, SymbolLayerSpecification } from "maplibre-gl";
import outlines from "./outlines/greater-manchester.geojson";
import type { MapPlace, Point } from "./place";

const colours = { around: "#e8edee", area: "#f7f9fa", own: "#ffffff", border: "#aeb7bd", word: "#4c6272", ring: "#005eb8" };
const halo = { "text-halo-color": "#ffffff", "text-halo-width": 1.5 };
/** Keeps names clear of the markers, of which the map itself knows nothing. */
export const spotImage = { name: "spot", width: 56, height: 42 };

export const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

export const pointAt = ({ latitude, longitude }: Point, properties: Record<string, string> = {}): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [longitude, latitude] },
});

/** Each name in the middle of its places. */
export const neighbourhoodsOf = (places: MapPlace[]): Feature[] =>
  [...new Set(places.flatMap(place => place.neighbourhood ?? []))].map(name =>
    pointAt(middleOf(places.filter(place => place.neighbourhood === name)), { name }),
  );

const middleOf = (places: MapPlace[]): Point => ({
  latitude: places.reduce((sum, { position }) => sum + position.latitude, 0) / places.length,
  longitude: places.reduce((sum, { position }) => sum + position.longitude, 0) / places.length,
});

const authorities = collection(outlines.features.map(({ properties }) => pointAt({ latitude: properties.lat, longitude: properties.lon }, { name: properties.area_name })));

/** The corners of a locality's outline; of all outlines, if it has none. */
export const outlineOf = (locality: string): [number, number][] => {
  const own = outlines.features.filter(({ properties }) => properties.area_name === locality);
  return (own.length > 0 ? own : outlines.features).flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 2) as [number, number][]);
};

const changing = () => ({ type: "geojson" as const, data: collection([]) });

/** Names step aside for markers and for each other. */
const names = (id: string, size: number, paint: SymbolLayerSpecification["paint"], layout: SymbolLayerSpecification["layout"] = {}): SymbolLayerSpecification => ({
  id,
  type: "symbol",
  source: id,
  layout: {
    "text-field": ["get", "name"],
    "text-font": ["Arial"],
    "text-size": size,
    "text-variable-anchor-offset": ["center", [0, 0], "top", [0, 1.6], "bottom", [0, -1.6], "left", [2.2, 0], "right", [-2.2, 0]],
    ...layout,
  },
  paint: { ...halo, ...paint },
});

/** @param locality The name of the authority whose board it is, which stands out. */
export const groundOf = (locality: string): StyleSpecification => ({
  version: 8,
  sources: {
    outlines: { type: "geojson", data: outlines },
    authorities: { type: "geojson", data: authorities },
    neighbourhoods: changing(),
    rings: changing(),
    spots: changing(),
  },
  layers: [
    { id: "around", type: "background", paint: { "background-color": colours.around } },
    { id: "areas", type: "fill", source: "outlines", paint: { "fill-color": ["case", ["==", ["get", "area_name"], locality], colours.own, colours.area] } },
    { id: "borders", type: "line", source: "outlines", layout: { "line-join": "round" }, paint: { "line-color": colours.border, "line-width": 1.5 } },
    { id: "rings", type: "line", source: "rings", paint: { "line-color": colours.ring, "line-width": 1.25, "line-dasharray": [4, 3] } },
    names("authorities", 15, { "text-color": "#768692" }, { "text-transform": "uppercase", "text-letter-spacing": 0.12 }),
    names("neighbourhoods", 15, { "text-color": colours.word }),
    {
      id: "ring-words",
      type: "symbol",
      source: "rings",
      filter: ["==", ["geometry-type"], "Point"],
      layout: { "text-field": ["get", "name"], "text-font": ["Arial"], "text-size": 14, "text-offset": [0, -0.8], "text-allow-overlap": true },
      paint: { ...halo, "text-color": colours.ring },
    },
    {
      id: "spots",
      type: "symbol",
      source: "spots",
      layout: { "icon-image": spotImage.name, "icon-allow-overlap": true },
    },
  ],
});
