// Places on the map. They change while it is shown, and each marker stays where it is as long as it is of the same places.
import { Marker, type Map as GroundMap } from "maplibre-gl";
import { h } from "../Ui/dom";
import { Card } from "./card";
import { clustersOf, type Cluster } from "./clusters";
import { neighbourhoodsOf, pointAt } from "./ground";
import { draw, fit, lngLat, newGround, zoomTo } from "./ground-map";
import type { MapPlace, MapView } from "./place";
import { ringsAround } from "./rings";
import { spotOf, updateSpot } from "./spot";

/** In pixels, between a marker and the card that would cover it. */
const room = 16;

export class SitesMap {
  private readonly card: Card;
  private readonly markers = new Map<string, Marker>();
  private places: MapPlace[] = [];
  private isFirst = true;

  private constructor(private readonly section: HTMLElement, private readonly view: MapView, private readonly ground: GroundMap) {
    this.card = new Card(section.querySelector<HTMLElement>("[data-map-card]")!, () => this.markChosen());
    ground.on("zoomend", () => this.arrange());
    ground.on("moveend", () => this.hideWhatIsOutside());
    this.onPress("in", () => ground.zoomIn({ animate: false }));
    this.onPress("out", () => ground.zoomOut({ animate: false }));
    this.onPress("all", () => this.fitAll());
    if (view.near) {
      const { name, position } = view.near;
      const element = h("div", { class: "cb-map__near", role: "img", "aria-label": `Distances are from ${name}` }, name);
      new Marker({ element, anchor: "bottom", offset: [0, -6] }).setLngLat(lngLat(position)).addTo(ground);
    }
  }

  static async open(section: HTMLElement, view: MapView): Promise<SitesMap> {
    return new SitesMap(section, view, await newGround(section.querySelector<HTMLElement>("[data-map-ground]")!, view.locality));
  }

  /** @param unplaced How many more are in the list, at positions that are not known. */
  show(places: MapPlace[], unplaced: number): void {
    this.places = places;
    this.say(unplaced);
    draw(this.ground, "neighbourhoods", neighbourhoodsOf(places));
    if (this.view.near) {
      draw(this.ground, "rings", ringsAround(this.view.near.position, places.map(({ position }) => position)));
    }
    if (this.isFirst) {
      this.isFirst = false;
      this.fitAll();
    }
    this.arrange();
    this.card.update(places);
  }

  remove(): void {
    this.ground.remove();
  }

  private onPress(name: string, act: () => void): void {
    this.section.querySelector(`[data-map-${name}]`)?.addEventListener("click", act);
  }

  private say(unplaced: number): void {
    const words = unplaced === 0 ? "" : `${unplaced} more not on the map: we do not know where ${unplaced === 1 ? "it is" : "they are"}.`;
    const said = this.section.querySelector("[data-map-said]")!;
    if (said.textContent !== words) {
      said.textContent = words;
    }
  }

  private fitAll(): void {
    fit(this.ground, [...this.places, ...(this.view.near ? [this.view.near] : [])].map(({ position }) => position), this.view.locality);
  }

  /** Gives each cluster its marker. */
  private arrange(): void {
    const focused = [...this.markers].find(([, marker]) => marker.getElement() === document.activeElement)?.[0];
    const clusters = clustersOf(this.places, this.ground.getZoom());
    this.removeAllBut(new Set(clusters.map(({ key }) => key)));
    clusters.forEach(cluster => this.showCluster(cluster));
    draw(this.ground, "spots", clusters.map(({ position }) => pointAt(position)));
    this.markChosen();
    this.hideWhatIsOutside();
    if (focused && !this.markers.has(focused)) {
      (this.markerOf(focused.split(" ")[0]!) ?? this.ground.getCanvas()).focus();
    }
  }

  private removeAllBut(keys: Set<string>): void {
    for (const [key, marker] of this.markers) {
      if (!keys.has(key)) {
        marker.remove();
        this.markers.delete(key);
      }
    }
  }

  private showCluster({ key, places, position }: Cluster): void {
    const marker = this.markers.get(key);
    if (marker) {
      updateSpot(marker.getElement(), places);
      marker.setLngLat(lngLat(position));
      return;
    }
    const made = new Marker({ element: spotOf(places, () => this.press(key)) });
    this.markers.set(key, made.setLngLat(lngLat(position)).addTo(this.ground));
  }

  /** Several places come apart; those that no zoom can part are listed. */
  private press(key: string): void {
    const ids = key.split(" ");
    const places = this.places.filter(({ id }) => ids.includes(id));
    if (clustersOf(places, this.ground.getMaxZoom()).length > 1) {
      zoomTo(this.ground, places.map(({ position }) => position));
      this.markerOf(ids[0]!)?.focus();
      return;
    }
    const button = this.markers.get(key)!.getElement();
    this.card.open(places, button);
    this.uncover(button);
  }

  private markChosen(): void {
    for (const [key, marker] of this.markers) {
      marker.getElement().classList.toggle("cb-spot--chosen", this.card.ids.length > 0 && key.split(" ").includes(this.card.ids[0]!));
    }
  }

  /** Moves the map if the card is over what it is about. */
  private uncover(button: HTMLElement): void {
    const [spot, card] = [button.getBoundingClientRect(), this.card.bounds];
    if (spot.left < card.right && spot.bottom > card.top && spot.top < card.bottom) {
      this.ground.panBy([spot.left - card.right - room, 0], { animate: false });
    }
  }

  private markerOf(id: string): HTMLElement | undefined {
    return [...this.markers].find(([key]) => key.split(" ").includes(id))?.[1].getElement();
  }

  /** What is out of sight cannot be reached by keyboard either. */
  private hideWhatIsOutside(): void {
    const bounds = this.ground.getBounds();
    for (const marker of this.markers.values()) {
      marker.getElement().hidden = !bounds.contains(marker.getLngLat());
    }
  }
}
