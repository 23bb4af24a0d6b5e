/** The model as a round table, on paper: laid out by the same plan as on the wall (shared/figure). */
import { barSize, type Label } from '../../../shared/figure/figure-label.ts';
import { type FigureItem, type Plan, planFigure, type SideBox } from '../../../shared/figure/figure-plan.ts';
import { slicePath } from '../../../shared/figure/figure-shapes.ts';
import { colours } from '../document/colours.ts';
import { smallBar } from './bars.ts';
import { boxPath, type Drawing, line, path, type Shape } from './drawing.ts';

type Look = { face: string; edge: string; title: string; note: string };
const dark: Look = { face: colours.primary, edge: colours.primary, title: '#ffffff', note: '#ffffff' };
const light: Look = { face: '#ffffff', edge: colours.lineStrong, title: colours.ink, note: colours.quiet };
const smallest = 26;

function barAt(item: FigureItem, at: { x: number; y: number } | null, angle = 0): Shape[] {
  if (!at || !item.bars) return [];
  const shapes = smallBar(item.bars.parts, item.bars.scale, barSize.width, barSize.height);
  return [{ kind: 'turned', x: at.x, y: at.y, angle, shapes }];
}

/** A face with round corners: drawn a little smaller, with a stroke of its own colour. */
const seat = (d: (inset: number) => string, inset: number, edge: string, face: string): Shape[] => [
  path(d(inset), { fill: edge, stroke: edge, width: inset * 2 + 1 }),
  path(d(inset), { fill: face, stroke: face, width: inset * 2 - 4 }),
];

function labelShapes({ lines, size }: Label, look: Look): Shape[] {
  return lines.map(({ text, x, y, quiet }) => {
    const colour = quiet ? look.note : look.title;
    return line(text, x, y, { size: quiet ? smallest : size, bold: !quiet, colour, anchor: 'middle' });
  });
}

const partShapes = ({ item, slice, label }: Plan['core'][number], look: Look): Shape[] => [
  ...seat((inset) => slicePath(slice, inset), 13, look.edge, look.face),
  ...labelShapes(label, look),
  ...barAt(item, label.bar),
];

function ringShapes({ item, slice, arcs, bar }: Plan['ring'][number]): Shape[] {
  const middle = bar && {
    x: bar.x,
    y: bar.y,
  };
  const turned = middle
    ? [
        {
          kind: 'turned' as const,
          ...middle,
          angle: bar.angle,
          shapes: barAt(item, { x: -barSize.whole / 2, y: -barSize.height / 2 }),
        },
      ]
    : [];
  return [
    ...seat((inset) => slicePath(slice, inset), 8, colours.lineStrong, colours.ground),
    ...arcs.map((arc): Shape => ({ kind: 'bend', arc, colour: colours.ink })),
    ...turned,
  ];
}

/** What comes before or after the model: context, in a dashed box. */
function sideShapes({ item, x, y, width, height, lines, bar }: SideBox): Shape[] {
  return [
    path(boxPath(x, y, width, height, 32), { fill: '#ffffff', stroke: colours.lineStrong, width: 2.5, dash: 10 }),
    ...lines.flatMap(({ text, x: left, y: base, size, kind }): Shape[] => [
      line(text, left, base, {
        ...{ size, bold: kind === 'title' },
        colour: kind === 'title' ? colours.ink : colours.quiet,
      }),
      ...(kind === 'point' ? [path(boxPath(left - 20, base - 14, 9, 9, 4.5), { fill: colours.fine })] : []),
    ]),
    ...barAt(item, bar),
  ];
}

export function drawModel(items: readonly FigureItem[]): Drawing {
  const plan = planFigure(items);
  const arrows = plan.arrows.map(({ x, y, length }) =>
    path(`M${x} ${y}h${length}m-20 -20l20 20l-20 20`, { stroke: colours.lineStrong, width: 7 }),
  );
  return {
    ...{ width: plan.width, height: plan.height },
    shapes: [
      ...arrows,
      ...plan.ring.flatMap(ringShapes),
      ...plan.around.flatMap((part) => partShapes(part, light)),
      ...plan.core.flatMap((part) => partShapes(part, dark)),
      ...plan.boxes.flatMap(sideShapes),
    ],
  };
}
