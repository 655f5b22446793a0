// What the server has to know of a browser that it may send notifications to.

/** The page whose form takes a subscription, and its handler's address. */
export const settingsPath = "/account/messages";
export const subscriptionPath = `${settingsPath}?handler=Push`;

export const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
};

export const base64UrlOf = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

/** The server's key that a subscription was made with. */
export const keyOf = (subscription: PushSubscription): string => base64UrlOf(subscription.options.applicationServerKey);

/** The fields of the form, by their names. */
export const fieldsOf = (subscription: PushSubscription): Record<string, string> => ({
  endpoint: subscription.endpoint,
  p256dh: base64UrlOf(subscription.getKey("p256dh")),
  auth: base64UrlOf(subscription.getKey("auth")),
  key: keyOf(subscription),
});
