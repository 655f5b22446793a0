// Buttons that copy a text which is on the page. Without this script they are hidden, and one tap marks the text.

const saidFor = 3_000;

const copy = async (button: HTMLButtonElement): Promise<void> => {
  const text = document.getElementById(button.dataset["copy"] ?? "")?.textContent?.trim() ?? "";
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset["copyPlain"] === undefined ? text : text.replace(/\s+/g, ""));
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not copied";
  }
  setTimeout(() => (button.textContent = label), saidFor);
};

export const copies = (within: ParentNode): void => {
  if (!("clipboard" in navigator)) {
    return;
  }
  for (const button of within.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
};
