// Tells what is on every page of a board's change, whichever script of the page is connected.

/** A board that a page follows beside its own. */
export interface OwnBoard {
  readonly locality: string;
  version: number;
  at: string;
}

const whenPushed: (() => void)[] = [];

export const afterPush = (act: () => void): void => void whenPushed.push(act);

export const pushed = (): void => whenPushed.forEach(each => each());

/** The boards of the person's own localities, as at the page's rendering; work there waits for them on every page. */
export const ownBoards = (at: string): OwnBoard[] =>
  (document.querySelector<HTMLElement>("[data-boards]")?.dataset["boards"] ?? "")
    .split(" ")
    .filter(board => board !== "")
    .map(board => board.split(":"))
    .map(([locality, version]) => ({ locality: locality!, version: Number(version), at }));
