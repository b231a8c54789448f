import { costPerUnit, lastToMiddle, middleOf, type Scale, type ScaleFigures, within } from './scale-report.ts';

/** The scale as a picture: for each dimension, cost for each unit as a multiple of that in the middle. */

const [width, height] = [360, 240];
const margin = { left: 48, right: 16, top: 44, bottom: 40 };
const columns = 3;
const goal = 1.25;

export function scalePicture(scales: readonly Scale[]): string {
  const lines = Math.ceil(scales.length / columns);
  const [wide, high] = [width * Math.min(columns, scales.length), height * lines + 60];
  const panels = scales.map((scale, index) => {
    const [x, y] = [(index % columns) * width, 60 + Math.floor(index / columns) * height];
    return `<g transform="translate(${x} ${y})">${panel(scale)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" font-family="system-ui, sans-serif" font-size="11" fill="#222">`,
    '<title>Cost for each unit, as a multiple of the middle step</title>',
    `<rect width="${wide}" height="${high}" fill="#fff"/>`,
    '<text x="16" y="26" font-size="16" font-weight="600">Cost for each unit, as a multiple of the middle step</text>',
    '<text x="16" y="44" fill="#666">Both axes are logarithmic. Dashed: the goal for the last step, 1.25. Hollow: beyond what the server keeps.</text>',
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function panel(scale: Scale): string {
  const { dimension, figures } = scale;
  const middle = middleOf(within(figures).map((each) => costPerUnit(dimension, each))) ?? 1;
  const points = figures.map((each) => ({ ...each, times: costPerUnit(dimension, each) / middle }));
  const across = axis(
    points.map(({ units }) => units),
    [margin.left, width - margin.right],
  );
  const up = axis([0.5, 2, ...points.map(({ times }) => times)], [height - margin.bottom, margin.top]);
  const line = points
    .filter(({ isBeyond }) => !isBeyond)
    .map(({ units, times }) => `${across(units)},${up(times)}`)
    .join(' ');
  const level = (times: number, style: string) =>
    `<line x1="${margin.left}" x2="${width - margin.right}" y1="${up(times)}" y2="${up(times)}" ${style}/>`;
  return [
    `<text x="${margin.left}" y="18" font-size="13" font-weight="600">${dimension.name}</text>`,
    `<text x="${width - margin.right}" y="18" text-anchor="end">last to middle ${lastToMiddle(scale).toFixed(2)}</text>`,
    `<text x="${margin.left}" y="33" fill="#666">${dimension.what}</text>`,
    level(1, 'stroke="#bbb"'),
    level(goal, 'stroke="#c0392b" stroke-dasharray="4 3"'),
    `<polyline points="${line}" fill="none" stroke="#2563a8" stroke-width="2"/>`,
    ...points.map((each) => dot(each, across(each.units), up(each.times))),
    ...points.map(({ units }) => tick(units, across(units))),
    ...[...new Set([0.5, 1, 2, ...decades(points.map(({ times }) => times))])].map(
      (times) => `<text x="${margin.left - 6}" y="${up(times) + 4}" text-anchor="end" fill="#666">${times}</text>`,
    ),
  ].join('\n');
}

const dot = ({ isBeyond }: ScaleFigures, x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="3.5" fill="${isBeyond ? '#fff' : '#2563a8'}" stroke="#2563a8" stroke-width="1.5"/>`;

const tick = (units: number, x: number) =>
  `<text x="${x}" y="${height - margin.bottom + 16}" text-anchor="middle" font-size="9" fill="#666">${
    units >= 1000 ? `${units / 1000}k` : units
  }</text>`;

/** Powers of ten within the values. */
function decades(values: readonly number[]): number[] {
  const [low, high] = [Math.ceil(Math.log10(Math.min(...values))), Math.floor(Math.log10(Math.max(...values)))];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => 10 ** (low + index));
}

/** Where a value stands on a logarithmic axis, rounded to a tenth of a pixel. */
function axis(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  const share = (value: number) => (high === low ? 0.5 : (Math.log(value) - low) / (high - low));
  return (value) => Math.round(10 * (from + share(value) * (to - from))) / 10;
}
