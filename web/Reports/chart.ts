// Draws the charted columns of a report's table as lines over its days. The table stays below.
import uPlot from "uplot";

const colours = ["#005eb8", "#d5281b", "#007f3b"];
const dashes = [[], [8, 4], [2, 3]];
const height = 260;

interface Series {
  label: string;
  numbers: (number | null)[];
}

const numberOf = (cell: HTMLTableCellElement | undefined) => {
  const text = cell?.dataset["value"] ?? "";
  return text === "" ? null : Number(text);
};

const seriesOf = (table: HTMLTableElement, code: string): Series => {
  const head = [...table.tHead!.rows[0]!.cells];
  const index = head.findIndex(cell => cell.dataset["code"] === code);
  return { label: head[index]!.textContent.trim(), numbers: [...table.tBodies[0]!.rows].map(row => numberOf(row.cells[index])) };
};

const shortDay = (iso: string | undefined) =>
  iso ? new Date(`${iso}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }) : "";

/** The chart is an image of the table; the figure element holds its text alternative. */
export const draws = (figure: HTMLElement, table: HTMLTableElement) => {
  const days = [...table.tBodies[0]!.rows].map(row => row.cells[0]!.dataset["value"] ?? "");
  const series = (figure.dataset["columns"] ?? "").split(" ").map(code => seriesOf(table, code));
  const place = figure.querySelector<HTMLElement>("[data-picture]")!;
  figure.hidden = false;
  const chart = new uPlot(
    {
      width: place.clientWidth,
      height,
      cursor: { show: false },
      legend: { live: false },
      scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
      axes: [
        { incrs: [1, 2, 7, 14, 28, 56, 91], space: 64, values: (_, places) => places.map(each => shortDay(days[each])), grid: { show: false } },
        { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000], size: 48 },
      ],
      series: [
        { label: "Day" },
        ...series.map((each, index) => ({
          label: each.label,
          stroke: colours[index % colours.length]!,
          dash: dashes[index % dashes.length]!,
          width: 2,
          points: { show: days.length <= 60 && index === 0 },
        })),
      ],
    },
    [days.map((_, index) => index), ...series.map(each => each.numbers)],
    place,
  );
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height })).observe(place);
};
