// Places that would cover each other on the screen share one marker.
import type { MapPlace, Point } from "./place";

export interface Cluster {
  /** The same for the same places, so that their marker stays. */
  key: string;
  places: MapPlace[];
  position: Point;
}

interface Spot {
  x: number;
  y: number;
  places: MapPlace[];
}

const tileSize = 512;
/** In pixels, what markers take and a little between them. */
const ofOne = { width: 40, height: 40 };
const ofMany = { width: 70, height: 46 };

/** Each cluster is at its first place, so equal places and zooms give equal clusters. */
export function clustersOf(places: MapPlace[], zoom: number): Cluster[] {
  let spots = places.map(place => spotAt(place, zoom));
  for (let before = Infinity; spots.length < before; ) {
    before = spots.length;
    spots = joined(spots);
  }
  return spots.map(({ places }) => ({ key: places.map(({ id }) => id).join(" "), places, position: places[0]!.position }));
}

/** A spot that takes in another is larger, so there may be more to join. */
function joined(spots: Spot[]): Spot[] {
  const apart: Spot[] = [];
  for (const spot of spots) {
    const covered = apart.find(each => cover(each, spot));
    if (covered) {
      covered.places.push(...spot.places);
    } else {
      apart.push(spot);
    }
  }
  return apart;
}

function cover(left: Spot, right: Spot): boolean {
  const [a, b] = [sizeOf(left), sizeOf(right)];
  return 2 * Math.abs(left.x - right.x) < a.width + b.width && 2 * Math.abs(left.y - right.y) < a.height + b.height;
}

function sizeOf({ places }: Spot): { width: number; height: number } {
  return places.length === 1 ? ofOne : ofMany;
}

/** Web Mercator, as the map draws it. */
function spotAt(place: MapPlace, zoom: number): Spot {
  const { latitude, longitude } = place.position;
  const world = tileSize * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return { x: (world * (longitude + 180)) / 360, y: world * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)), places: [place] };
}
