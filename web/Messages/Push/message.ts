/** What a notification says, and where it leads. */
export interface Message {
  readonly title: string;
  readonly body: string;
  /** A page of the board, from its root. */
  readonly path: string;
  /** How much waits for the person; undefined if that is not known. */
  readonly count: number | undefined;
  /** The same for all messages of one matter; the later takes the place of the earlier. */
  readonly tag: string;
}

const unread: Message = { title: "Something waits for you", body: "Open the board to see it.", path: "/work", count: undefined, tag: "" };

/** The path if it is of this board, and My work if not: nobody is led elsewhere. */
const ownPath = (path: unknown, origin: string): string => {
  try {
    const url = new URL(String(path), origin);
    return typeof path === "string" && path.startsWith("/") && url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : unread.path;
  } catch {
    return unread.path;
  }
};

const words = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads what was pushed. Malformed data still says that something waits, since a push that shows nothing is held against the board. */
export const messageIn = (text: string | undefined, origin: string): Message => {
  try {
    const sent = JSON.parse(text ?? "") as Record<string, unknown>;
    const title = words(sent["title"]);
    const count = sent["count"];
    return title === ""
      ? unread
      : {
          title,
          body: words(sent["body"]),
          path: ownPath(sent["path"], origin),
          count: typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : undefined,
          tag: words(sent["tag"]),
        };
  } catch {
    return unread;
  }
};
