/** How a document looks in Word: real styles, so that a team can change them all at once. */
import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { Language } from '../../../shared/script.ts';
import { colours } from '../document/colours.ts';

/** Word's own faces: a document that is edited must not ask for what the reader lacks. */
const ui = 'Calibri';
const voice = 'Georgia';
const hex = (colour: string) => colour.slice(1);
const localeOf: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

export const styleIds = {
  plain: 'Normal',
  fine: 'Fine',
  label: 'Label',
  said: 'Said',
  quote: 'Quote',
  by: 'Byline',
  cell: 'Cell',
  head: 'HeadCell',
  facts: 'Facts',
  footer: 'Footer',
} as const;

const own = (
  id: string,
  name: string,
  size: number,
  color: string,
  more: IParagraphStyleOptions['paragraph'] = {},
): IParagraphStyleOptions => ({
  ...{ id, name, basedOn: 'Normal', quickFormat: true },
  run: { size, color: hex(color), font: ui },
  paragraph: more,
});
const inVoice = (style: IParagraphStyleOptions): IParagraphStyleOptions => ({
  ...style,
  run: { ...style.run, font: voice },
});

const title = (size: number, before: number, after: number) => ({
  run: { font: ui, size, bold: true, color: hex(colours.ink) },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const bar = { style: 'single', size: 18, space: 10, color: hex(colours.primary) } as const;

export const stylesIn = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: { font: ui, size: 22, color: hex(colours.ink), language: { value: localeOf[language] } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    heading1: title(48, 0, 160),
    heading2: title(34, 480, 120),
    heading3: title(26, 320, 100),
    heading4: { ...title(22, 220, 80), run: { ...title(22, 0, 0).run, color: hex(colours.primary) } },
  },
  paragraphStyles: [
    own(styleIds.fine, 'In gesprek Toelichting', 20, colours.fine),
    own(styleIds.label, 'In gesprek Kopje', 22, colours.quiet, { keepNext: true, spacing: { before: 160, after: 60 } }),
    own(styleIds.facts, 'In gesprek Cijfers', 22, colours.quiet, { spacing: { before: 120, after: 200 } }),
    inVoice(own(styleIds.said, 'In gesprek Woorden', 22, colours.ink)),
    inVoice(
      own(styleIds.quote, 'Quote', 22, colours.ink, {
        ...{ indent: { left: 284 }, border: { left: bar }, keepNext: true, keepLines: true },
        spacing: { before: 100, after: 0, line: 288, lineRule: 'auto' },
      }),
    ),
    own(styleIds.by, 'In gesprek Wie', 19, colours.fine, {
      ...{ indent: { left: 284 }, border: { left: bar }, keepLines: true },
      spacing: { after: 180 },
    }),
    own(styleIds.cell, 'In gesprek Cel', 20, colours.ink, {
      spacing: { before: 40, after: 40, line: 252, lineRule: 'auto' },
    }),
    own(styleIds.head, 'In gesprek Kolomkop', 19, colours.quiet, {
      ...{ keepNext: true, spacing: { before: 40, after: 40, line: 252, lineRule: 'auto' } },
    }),
    own(styleIds.footer, 'In gesprek Voet', 18, colours.fine),
  ],
});
