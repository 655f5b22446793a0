// The form by which one gets notifications on this device: hidden fields, and buttons that only a browser that can is shown.
import { bodyOf } from "../../Ui/forms";
import { fieldsOf } from "./subscription";
import { renewed, stateNow, switchOff, switchOn, type State } from "./switch";

const words: Record<State, string> = {
  unsupported: "This browser cannot show notifications. On an iPhone or iPad, first add the board to the home screen.",
  blocked: "Notifications are blocked in the browser’s settings for this site. Allow them there, then reload this page.",
  off: "",
  on: "This device gets notifications.",
};
const notAllowed = "Not switched on: the browser did not allow notifications. Try again.";
const notDone = "Not switched on: the browser could not reach its notification service. Try again later.";

class PushForm {
  private readonly said: HTMLElement;

  constructor(private readonly form: HTMLFormElement, private readonly publicKey: string) {
    this.said = form.querySelector("[data-push-said]")!;
    this.whenTapped("on", () => this.on());
    this.whenTapped("off", () => this.off());
  }

  async start(): Promise<void> {
    await this.show();
    const subscription = (await stateNow()) === "on" ? await renewed(this.publicKey) : null;
    if (subscription) {
      this.fill(fieldsOf(subscription));
      await fetch(this.form.action, { method: "post", body: bodyOf(this.form, null) });
    }
  }

  private button(to: "on" | "off"): HTMLButtonElement | null {
    return this.form.querySelector(`button[data-push=${to}]`);
  }

  private whenTapped(to: "on" | "off", act: () => Promise<boolean>): void {
    const button = this.button(to);
    button?.addEventListener("click", event => {
      event.preventDefault();
      void this.act(button, act);
    });
  }

  private async show(instead?: string): Promise<void> {
    const state = await stateNow();
    for (const to of ["on", "off"] as const) {
      this.button(to)?.toggleAttribute("hidden", state !== (to === "on" ? "off" : "on"));
    }
    this.said.textContent = state === "off" ? (instead ?? words.off) : words[state];
  }

  private async act(button: HTMLButtonElement, act: () => Promise<boolean>): Promise<void> {
    try {
      if (await act()) {
        this.send(button);
      } else {
        await this.show(notAllowed);
      }
    } catch {
      await this.show(notDone);
    }
  }

  private async on(): Promise<boolean> {
    const subscription = await switchOn(this.publicKey);
    this.fill(subscription ? fieldsOf(subscription) : {});
    return subscription !== null;
  }

  private async off(): Promise<boolean> {
    this.fill({ endpoint: (await switchOff()) ?? "" });
    return true;
  }

  private fill(fields: Record<string, string>): void {
    for (const [name, value] of Object.entries(fields)) {
      const input = this.form.elements.namedItem(name);
      if (input instanceof HTMLInputElement) {
        input.value = value;
      }
    }
  }

  private send(button: HTMLButtonElement): void {
    if (button.hasAttribute("formaction")) {
      this.form.action = button.formAction;
    }
    this.form.submit();
  }
}

document.querySelectorAll<HTMLFormElement>("form[data-push-key]").forEach(form => void new PushForm(form, form.dataset["pushKey"]!).start());
