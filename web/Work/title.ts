/** A title that begins with how much waits, unless it begins with a problem. */
export const titled = (title: string, count: number): string => {
  const bare = title.replace(/^\(\d+\) /, "");
  return count === 0 || bare.startsWith("Error: ") ? bare : `(${count}) ${bare}`;
};
