// Adds a passkey and signs in with one. Only a script can ask the browser for passkeys, and only a host with a name has them. Where
// the browser cannot do it, the page stays as it is without this script.
import { answerOf, creationOf, requestOf } from "./passkey-json";

const hasName = !/^[\d.]+$|:/.test(location.hostname);
const isPossible = hasName && window.isSecureContext && typeof PublicKeyCredential === "function";

/** The server takes no answer to a challenge after 10 minutes. */
const renewedAfter = 9 * 60 * 1000;

const notDone = "No passkey was used. Try again, or use your password.";

/** What went wrong, in words; nothing if the person changed their mind. */
const wordsOf = (failure: unknown): string =>
  failure instanceof DOMException && failure.name === "InvalidStateError" ? "This device already has a passkey for your account." : notDone;

const say = (form: HTMLFormElement, text: string): void => {
  form.querySelector("[data-passkey-said]")!.textContent = text;
};

const setField = (form: HTMLFormElement, name: string, value: string): void => {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) {
    field.value = value;
  }
};

const sendWith = (form: HTMLFormElement, credential: Credential | null): void => {
  setField(form, "credential", JSON.stringify(answerOf(credential as PublicKeyCredential)));
  setField(form, "keep", document.querySelector<HTMLInputElement>("#sign-in-keep")?.checked ? "on" : "");
  HTMLFormElement.prototype.submit.call(form);
};

/** Runs one attempt at a time when the form's button is pressed. */
const onPress = (form: HTMLFormElement, attempt: () => Promise<Credential | null>): void => {
  let isBusy = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (isBusy) {
      return;
    }
    isBusy = true;
    say(form, "");
    try {
      sendWith(form, await attempt());
    } catch (failure) {
      say(form, wordsOf(failure));
      isBusy = false;
    }
  });
};

const adds = (form: HTMLFormElement): void => {
  const publicKey = creationOf(JSON.parse(form.dataset["passkeyNew"]!));
  onPress(form, () => navigator.credentials.create({ publicKey }));
};

const requested = async (form: HTMLFormElement, signal?: AbortSignal): Promise<PublicKeyCredentialRequestOptions> => {
  const response = await fetch(form.dataset["passkeySignIn"]!, { signal: signal ?? null });
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  return requestOf(await response.json());
};

/** Offers passkeys among what the browser fills into the name field, until the button is pressed. */
const offersInField = async (form: HTMLFormElement, pressed: AbortSignal): Promise<void> => {
  const field = document.querySelector<HTMLInputElement>("input[autocomplete~=webauthn]");
  if (!field || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return;
  }
  let current = new AbortController();
  pressed.addEventListener("abort", () => current.abort());
  const offer = async (): Promise<void> => {
    current.abort();
    if (pressed.aborted) {
      return;
    }
    const { signal } = (current = new AbortController());
    try {
      const publicKey = await requested(form, signal);
      sendWith(form, await navigator.credentials.get({ publicKey, mediation: "conditional", signal }));
    } catch {
      // The button still works, and nobody has asked for anything yet.
    }
  };
  const begin = (): void => {
    void offer();
    // A challenge that expired, or that another tab replaced while this one was out of sight, would sign nobody in.
    setInterval(offer, renewedAfter);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && offer());
  };
  if (document.activeElement === field) {
    begin();
  } else {
    field.addEventListener("focus", begin, { once: true });
  }
};

const signsIn = (form: HTMLFormElement): void => {
  const pressed = new AbortController();
  onPress(form, async () => {
    pressed.abort();
    return navigator.credentials.get({ publicKey: await requested(form) });
  });
  void offersInField(form, pressed.signal);
};

export const usesPasskeys = (within: ParentNode): void => {
  if (!isPossible) {
    return;
  }
  within.querySelectorAll<HTMLElement>("[data-passkey]").forEach(part => (part.hidden = part.dataset["passkey"] !== "possible"));
  within.querySelectorAll<HTMLFormElement>("form[data-passkey-new]").forEach(adds);
  within.querySelectorAll<HTMLFormElement>("form[data-passkey-sign-in]").forEach(signsIn);
};
