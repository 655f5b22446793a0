// The lines of a chart: each has a letter, a colour and a dash of its own, and is shown or not by a checkbox that is also its key.
const colours = ["#005eb8", "#d5281b", "#007f3b", "#7c2855", "#212b32"];
const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
const shownAtFirst = 4;

export interface Line {
  letter: string;
  label: string;
  numbers: (number | null)[];
  isPercent: boolean;
  colour: string;
  dash: number[];
  isShown: boolean;
}

const numberOf = (cell: HTMLTableCellElement | undefined) => {
  const text = cell?.dataset["value"] ?? "";
  return text === "" ? null : Number(text);
};

/** The charted columns of a table, in the order in which the chart names them. */
export const linesOf = (table: HTMLTableElement, columns: string[]): Line[] => {
  const head = [...table.tHead!.rows[0]!.cells];
  return columns.map((code, place) => {
    const index = head.findIndex(cell => cell.dataset["code"] === code);
    const cells = [...table.tBodies[0]!.rows].map(row => row.cells[index]);
    return {
      letter: String.fromCharCode(65 + place),
      label: head[index]!.textContent.trim(),
      numbers: cells.map(numberOf),
      isPercent: cells.some(cell => cell?.textContent.trim().endsWith("%")),
      colour: colours[place % colours.length]!,
      dash: dashes[place % dashes.length]!,
      isShown: place < shownAtFirst,
    };
  });
};

const keyOf = (line: Line) => {
  const key = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const stroke = document.createElementNS("http://www.w3.org/2000/svg", "path");
  key.setAttribute("viewBox", "0 0 32 8");
  key.setAttribute("aria-hidden", "true");
  stroke.setAttribute("d", "M0 4H32");
  stroke.setAttribute("stroke", line.colour);
  stroke.setAttribute("stroke-dasharray", line.dash.join(" "));
  key.append(stroke);
  return key;
};

/** Checkboxes that show and hide lines. */
export const choiceOf = (lines: Line[], chosen: (index: number, isShown: boolean) => void) => {
  const choice = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = "Lines shown";
  choice.className = "cb-report-lines";
  choice.append(legend);
  for (const [index, line] of lines.entries()) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = line.isShown;
    box.addEventListener("change", () => chosen(index, box.checked));
    label.append(box, keyOf(line), `${line.letter} ${line.label}`);
    choice.append(label);
  }

  return choice;
};
