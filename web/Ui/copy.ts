// Buttons that copy a text which is on the page. Without this script they are hidden, and one tap marks the text.

const saidFor = 3_000;

const copiesTo = (button: HTMLButtonElement): void => {
  const label = [...button.childNodes];
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset["copy"] ?? "")?.textContent?.trim() ?? "";
    try {
      await navigator.clipboard.writeText(button.dataset["copyPlain"] === undefined ? text : text.replace(/\s+/g, ""));
      button.replaceChildren("Copied");
    } catch {
      button.replaceChildren("Not copied");
    }
    setTimeout(() => button.replaceChildren(...label), saidFor);
  });
};

export const copies = (within: ParentNode): void => {
  if ("clipboard" in navigator) {
    within.querySelectorAll<HTMLButtonElement>("button[data-copy]").forEach(copiesTo);
  }
};
