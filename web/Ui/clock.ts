// The server's clock. A workstation's own may be wrong, and a wrong age makes a stale number look fresh.

const smallestDifference = 5_000;
let difference = 0;

export function setServerTime(instant: string): void {
  const measured = Date.parse(instant) - Date.now();
  difference = Math.abs(measured) < smallestDifference ? 0 : measured;
}

export function now(): number {
  return Date.now() + difference;
}
