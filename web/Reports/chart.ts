// Draws the charted columns of a report's table as lines over its days. The table stays below.
import uPlot from "uplot";
import { type Line, choiceOf, linesOf } from "./lines";

const height = 260;
const forced = matchMedia("(forced-colors: active)");

/** Media in which the page's colours change while the canvas keeps what was drawn. */
const repaints = [forced, matchMedia("(prefers-color-scheme: dark)"), matchMedia("print")];

const shortDay = (iso: string | undefined) =>
  iso ? new Date(`${iso}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }) : "";

/** Counts begin at 0. Shares that all are high begin nearer to them, or their lines could not be told apart. */
const rangeOf = (isPercent: boolean) => (_: uPlot, least: number | null, most: number | null): [number, number] => {
  const [from, to] = [least ?? 0, most ?? 0];
  return isPercent ? [from > 50 ? Math.floor((from - 1) / 10) * 10 : 0, to > 50 ? 100.5 : to * 1.1 + 1] : [0, Math.max(1, to * 1.1)];
};

/** Each line's letter to the right of where it ends; where lines end together, apart, with a thin line from the end to its letter. */
const writeLetters = (chart: uPlot, lines: Line[], ink: (line: Line) => string) => {
  const gap = 15 * devicePixelRatio;
  const ends = lines
    .map((line, index) => ({ line, index, day: line.numbers.reduce<number>((last, each, day) => (each === null ? last : day), -1) }))
    .filter(({ index, day }) => day >= 0 && chart.series[index + 1]!.show)
    .map(({ line, day }) => ({ line, x: chart.valToPos(day, "x", true), end: chart.valToPos(line.numbers[day]!, "y", true), y: 0 }))
    .sort((one, other) => one.end - other.end);
  for (const [index, each] of ends.entries()) {
    each.y = Math.max(each.end, (ends[index - 1]?.y ?? -gap) + gap);
  }

  const column = chart.bbox.left + chart.bbox.width + 18 * devicePixelRatio;
  chart.ctx.save();
  chart.ctx.lineWidth = devicePixelRatio;
  chart.ctx.setLineDash([]);
  chart.ctx.font = `700 ${14 * devicePixelRatio}px Arial, sans-serif`;
  chart.ctx.textAlign = "left";
  chart.ctx.textBaseline = "middle";
  for (const { line, x, end, y } of ends) {
    chart.ctx.fillStyle = chart.ctx.strokeStyle = ink(line);
    chart.ctx.beginPath();
    chart.ctx.moveTo(x, end);
    chart.ctx.lineTo(column - 3 * devicePixelRatio, y);
    chart.ctx.stroke();
    chart.ctx.fillText(line.letter, column, y);
  }

  chart.ctx.restore();
};

/** The chart is an image of the table; the figure element holds its text alternative. */
export const draws = (figure: HTMLElement, table: HTMLTableElement) => {
  const days = [...table.tBodies[0]!.rows].map(row => row.cells[0]!.dataset["value"] ?? "");
  const lines = linesOf(table, (figure.dataset["columns"] ?? "").split(" "));
  const isPercent = lines.some(line => line.isPercent);
  const place = figure.querySelector<HTMLElement>("[data-picture]")!;
  // A canvas does not take part in forced colours: what is drawn on it takes the colour of the text around it.
  const text = () => getComputedStyle(place).color;
  const ink = (line: Line) => (forced.matches ? text() : line.colour);
  const rule = { stroke: () => (forced.matches ? text() : "#d8dde0"), width: 1 };
  figure.hidden = false;
  const chart = new uPlot(
    {
      width: place.clientWidth,
      height,
      padding: [null, 36, null, null],
      cursor: { show: false },
      legend: { show: false },
      scales: { x: { time: false }, y: { range: rangeOf(isPercent) } },
      axes: [
        {
          incrs: [1, 2, 7, 14, 28, 56, 91],
          space: 64,
          values: (_, places) => places.map(each => shortDay(days[each])),
          stroke: text,
          grid: { show: false },
          ticks: rule,
        },
        {
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
          size: 52,
          values: (_, numbers) => numbers.map(each => `${each}${isPercent ? "%" : ""}`),
          stroke: text,
          grid: { ...rule, dash: [2, 4] },
          ticks: rule,
        },
      ],
      series: [
        { label: "Day" },
        ...lines.map(line => ({
          label: line.label,
          stroke: () => ink(line),
          dash: line.dash,
          width: 2,
          show: line.isShown,
          points: { show: days.length <= 60, size: 5, fill: () => ink(line) },
        })),
      ],
      hooks: { draw: [drawn => writeLetters(drawn, lines, ink)] },
    },
    [days.map((_, index) => index), ...lines.map(line => line.numbers)],
    place,
  );
  place.after(choiceOf(lines, (index, show) => chart.setSeries(index + 1, { show })));
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height })).observe(place);
  for (const media of repaints) {
    media.addEventListener("change", () => chart.redraw());
  }
};
