// The map's library, set up for what the board shows: flat, north up, and not in the way of scrolling.
import { LngLatBounds, Map as GroundMap, setWorkerCount, setWorkerUrl, type GeoJSONSource, type LngLatLike } from "maplibre-gl";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs";
import type { Feature } from "geojson";
import { collection, groundOf, outlineOf, spotImage } from "./ground";
import type { Point } from "./place";

setWorkerUrl(new URL(worker, import.meta.url).href);
setWorkerCount(1);

/** About a street. */
const closest = 16;
/** About a neighbourhood, so that a single place is not shown without its surroundings. */
const closestAtFirst = 13;
const margin = 44;
/** Below the buttons. */
const marginAbove = 76;

const words = {
  "Map.Title": "Map: arrow keys move it, plus and minus zoom",
  "CooperativeGesturesHandler.WindowsHelpText": "Hold Ctrl and scroll to zoom the map",
  "CooperativeGesturesHandler.MacHelpText": "Hold ⌘ and scroll to zoom the map",
  "CooperativeGesturesHandler.MobileHelpText": "Use two fingers to move the map",
};

export const newGround = async (container: HTMLElement, locality: string): Promise<GroundMap> => {
  const map = new GroundMap({
    container,
    style: groundOf(locality),
    bounds: boundsOf(outlineOf(locality)),
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    minZoom: 6,
    maxZoom: closest,
    locale: words,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  await map.once("style.load");
  map.addImage(spotImage.name, { ...spotImage, data: new Uint8Array(4 * spotImage.width * spotImage.height) });
  return map;
};

export const lngLat = ({ longitude, latitude }: Point): [number, number] => [longitude, latitude];

export const draw = (map: GroundMap, source: string, features: Feature[]): void => void map.getSource<GeoJSONSource>(source)?.setData(collection(features));

/** Shows all of these, or the whole locality if there are none. */
export const fit = (map: GroundMap, points: Point[], locality: string): void => {
  const shown = points.length > 0 ? points.map(lngLat) : outlineOf(locality);
  map.fitBounds(boundsOf(shown), { padding: { top: marginAbove, right: margin, bottom: margin, left: margin }, maxZoom: closestAtFirst, animate: false });
};

/** Zooms in until these are as far apart as the map has room for. */
export const zoomTo = (map: GroundMap, points: Point[]): void =>
  void map.fitBounds(boundsOf(points.map(lngLat)), { padding: 2 * margin, animate: false });

const boundsOf = (points: [number, number][]): LngLatBounds => points.reduce((bounds, point) => bounds.extend(point as LngLatLike), new LngLatBounds());
