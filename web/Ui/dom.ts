// Makes elements, and updates shown ones from newly made ones cell by cell.

const markedFor = 3_000;

type Child = Node | string | undefined | false;

export function h(tag: string, attributes: Record<string, string | undefined>, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter(child => child !== undefined && child !== false));
  return element;
}

/**
 * Replaces each cell of `shown` whose content differs in `made`, and marks it briefly.
 * Returns false and changes nothing if the two do not have the same cells.
 */
export function updateCells(shown: Element, made: Element): boolean {
  const before = cellsOf(shown);
  const after = cellsOf(made);
  if (before.length !== after.length || before.some((cell, i) => cell.dataset["cell"] !== after[i]?.dataset["cell"])) {
    return false;
  }
  before.forEach((cell, i) => updateCell(cell, after[i]!));
  return true;
}

function updateCell(cell: HTMLElement, made: HTMLElement): void {
  if (whatItSays(cell) === whatItSays(made)) {
    return;
  }
  const hadFocus = cell.contains(document.activeElement);
  cell.replaceWith(made);
  mark(made);
  if (hadFocus) {
    made.closest("a")?.focus();
    made.querySelector<HTMLElement>("a, button")?.focus();
  }
}

/** Marks what has just changed, briefly. */
export function mark(element: Element): void {
  element.classList.add("cb-changed");
  setTimeout(() => element.classList.remove("cb-changed"), markedFor);
}

function cellsOf(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>("[data-cell]")];
}

/** A cell's text and links. An age counts as its instant, because a passing minute is not a change. */
function whatItSays(cell: HTMLElement): string {
  const parts = [...cell.querySelectorAll("time[data-age], a")].map(each =>
    each instanceof HTMLTimeElement ? Date.parse(each.dateTime) : each.getAttribute("href"),
  );
  const words = [...textsOf(cell)].join("").replace(/\s+/g, " ").trim();
  return [words, cell.className.replace(" cb-changed", ""), ...parts].join("|");
}

function* textsOf(node: Node): Generator<string> {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      yield child.data;
    } else if (!(child instanceof Element && child.matches("time[data-age]"))) {
      yield* textsOf(child);
    }
  }
}
