// Switches notifications on and off on this device.
import { bytesOf, keyOf } from "./subscription";

const worker = "/dist/push.worker.js";

/** How this browser stands to notifications. */
export type State = "unsupported" | "blocked" | "off" | "on";

export const isSupported = (): boolean => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

const current = async (): Promise<PushSubscription | null> => (await (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription()) ?? null;

export const stateNow = async (): Promise<State> => {
  if (!isSupported()) {
    return "unsupported";
  }
  if (Notification.permission === "denied") {
    return "blocked";
  }
  return Notification.permission === "granted" && (await current()) ? "on" : "off";
};

const registered = async (): Promise<ServiceWorkerRegistration> => {
  await navigator.serviceWorker.register(worker, { scope: "/", updateViaCache: "none" });
  return navigator.serviceWorker.ready;
};

/** The browser's subscription with the server's key; one that was made with an earlier key is given up. */
const subscribed = async (publicKey: string): Promise<PushSubscription> => {
  const { pushManager } = await registered();
  const before = await pushManager.getSubscription();
  if (before && keyOf(before) === publicKey) {
    return before;
  }
  await before?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
};

/** Asks the person, and subscribes. Null if they did not allow it. */
export const switchOn = async (publicKey: string): Promise<PushSubscription | null> =>
  (await Notification.requestPermission()) === "granted" ? subscribed(publicKey) : null;

/** Ends the subscription and answers its endpoint, by which the server knows it; null if there was none. */
export const switchOff = async (): Promise<string | null> => {
  const subscription = await current();
  await subscription?.unsubscribe();
  return subscription?.endpoint ?? null;
};

/** A new subscription if the server's key is another than the browser's subscription was made with; null if nothing is to do. */
export const renewed = async (publicKey: string): Promise<PushSubscription | null> => {
  const before = await current();
  return before && keyOf(before) !== publicKey ? subscribed(publicKey) : null;
};
