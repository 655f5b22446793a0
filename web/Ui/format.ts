// Ages and times in the same words as the server's Age.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const zone = "Europe/London";
const clockOf = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekdayOf = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "long", day: "numeric", month: "long" });
const dayOf = new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "numeric", month: "long" });

export function age(at: number, now: number): string {
  const passed = now - at;
  if (passed < minute) {
    return "just now";
  }
  if (passed < hour) {
    return ago(Math.floor(passed / minute), "minute");
  }
  return passed < 48 * hour ? ago(Math.floor(passed / hour), "hour") : ago(Math.floor(passed / day), "day");
}

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

const zoneOf = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" });

/** 14:03; in the hour that occurs twice when the clocks go back, with the zone: 01:30 BST. */
function timeOfDay(at: number): string {
  const time = clockOf.format(at);
  const isRepeated = [at - hour, at + hour].some(other => clockOf.format(other) === time);
  return isRepeated ? `${time} ${zoneOf.formatToParts(at).find(part => part.type === "timeZoneName")!.value}` : time;
}

/** 14:03 today, or 14:03 on 2 March. */
export function clock(at: number, now: number): string {
  const time = timeOfDay(at);
  return dayOf.format(at) === dayOf.format(now) && Math.abs(now - at) < 2 * day ? time : `${time} on ${dayOf.format(at)}`;
}

/** 4,509 */
export function counted(count: number): string {
  return count.toLocaleString("en-GB");
}

/** A distance: "1 mile", "0.6 miles". */
export function miles(kilometres: number): string {
  const text = (kilometres / 1.609344).toFixed(1);
  return text === "1.0" ? "1 mile" : `${text} miles`;
}

/** A bed is occupied; a package is in use. */
export function taken(type: string): string {
  return type === "care-package" || type === "reablement-package" ? "in use" : "occupied";
}

export function joined(...parts: (string | undefined | false)[]): string {
  return parts.filter(part => part).join(" · ");
}

export function nights(count: number): string {
  return count === 1 ? "night" : "nights";
}

export function hours(count: number): string {
  return count === 1 ? "1 hour" : `${count} hours`;
}

/** Monday 2 March, and 14:03. */
export function dayAndTime(at: number): [string, string] {
  return [weekdayOf.format(at).replace(",", ""), timeOfDay(at)];
}

/** A part of a site's key as a name: `greater-manchester` is "Greater Manchester". */
export const nameOf = (part: string): string => part.split("-").map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
