// Places that would cover each other on the screen share one marker.
import type { MapPlace, Point } from "./place";

export interface Cluster {
  /** The same for the same places, so that their marker stays. */
  key: string;
  places: MapPlace[];
  position: Point;
}

/** The room that a marker needs, in pixels: as much as that of several places takes. */
export const room = { width: 68, height: 46 };

const tileSize = 512;

/** Each cluster is at its first place, so equal places and zooms give equal clusters. */
export function clustersOf(places: MapPlace[], zoom: number): Cluster[] {
  const made: { x: number; y: number; places: MapPlace[] }[] = [];
  for (const place of places) {
    const [x, y] = pixels(place.position, zoom);
    const cluster = made.find(each => Math.abs(each.x - x) < room.width && Math.abs(each.y - y) < room.height);
    if (cluster) {
      cluster.places.push(place);
    } else {
      made.push({ x, y, places: [place] });
    }
  }
  return made.map(({ places }) => ({ key: places.map(({ id }) => id).join(" "), places, position: places[0]!.position }));
}

/** Web Mercator, as the map draws it. */
function pixels({ latitude, longitude }: Point, zoom: number): [number, number] {
  const world = tileSize * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [(world * (longitude + 180)) / 360, world * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}
