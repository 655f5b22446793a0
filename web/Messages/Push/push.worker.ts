// Shows what the server sends to this device while no page is open, and leads to it. It keeps nothing and answers for no page.
import { messageIn } from "./message";
import { fieldsOf, settingsPath, subscriptionPath } from "./subscription";

/** What of a service worker is used here; the language's own types of it cannot stand beside those of a page. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Window {
  readonly url: string;
  readonly visibilityState: DocumentVisibilityState;
  focus(): Promise<Window>;
  navigate(address: string): Promise<unknown>;
}
interface Events {
  install: Extendable;
  activate: Extendable;
  push: Extendable & { data: { text(): string } | null };
  notificationclick: Extendable & { notification: Notification };
  pushsubscriptionchange: Extendable & { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null };
}
declare const self: {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; matchAll(options: object): Promise<Window[]>; openWindow(address: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener<T extends keyof Events>(type: T, act: (event: Events[T]) => void): void;
};

const show = async (text: string | undefined): Promise<void> => {
  const { title, body, path, count, tag } = messageIn(text, location.origin);
  // With a tag, a later message of the same matter takes the place of the earlier, and is announced again.
  const options = { body, tag, renotify: tag !== "", icon: "/icon-192.png", badge: "/icon-192.png", data: path };
  await self.registration.showNotification(title, options);
  if (count !== undefined && "setAppBadge" in navigator) {
    await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge());
  }
};

/** A wallboard hangs for everybody, and is never led elsewhere. */
const isWall = (window: Window): boolean => new URL(window.url).pathname.endsWith("/wall");

/** In a window that is there already, the one at that page first; else in a new one. */
const open = async (path: string): Promise<unknown> => {
  const address = new URL(path, location.origin).href;
  const windows = (await self.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(each => !isWall(each));
  const window = windows.find(each => each.url === address) ?? windows.find(each => each.visibilityState === "visible") ?? windows[0];
  try {
    // A browser may refuse the focus, and a window that no longer is under this worker cannot be led.
    await window?.focus().catch(() => {});
    return window ? await window.navigate(address) : await self.clients.openWindow(address);
  } catch {
    return self.clients.openWindow(address);
  }
};

/** The browser has ended a subscription. The server learns of the new one as from the form, with the form's own token. */
const renew = async (old: PushSubscription | null | undefined, given: PushSubscription | null | undefined): Promise<void> => {
  const key = old?.options.applicationServerKey;
  const subscription = given ?? (key ? await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }) : null);
  const page = subscription ? await (await fetch(settingsPath)).text() : "";
  const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(page)?.[1];
  if (subscription && token) {
    await fetch(subscriptionPath, { method: "POST", body: new URLSearchParams({ ...fieldsOf(subscription), __RequestVerificationToken: token }) });
  }
};

self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("push", event => event.waitUntil(show(event.data?.text())));
self.addEventListener("notificationclick", event => {
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});
self.addEventListener("pushsubscriptionchange", event => event.waitUntil(renew(event.oldSubscription, event.newSubscription)));
