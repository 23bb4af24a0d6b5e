import type { editor } from './editor-words.svelte.ts';
import type { Path } from './places.ts';

type Words = (typeof editor)['words'];

/** What the field of this place is called in the form; nothing where it has none, or is a whole part of it. */
export function fieldName(path: Path, { general, items, step, spoken }: Words): string {
  const names = path.filter((key): key is string => typeof key === 'string');
  const last = names.at(-1);
  const language = last === 'nl' || last === 'en' ? last : undefined;
  const keys = language ? names.slice(0, -1) : names;
  const of = nameOf(keys, { general, items, step });
  return of && language ? `${of} ${spoken[language]}` : of;
}

function nameOf(keys: string[], { general, items, step }: Pick<Words, 'general' | 'items' | 'step'>): string {
  const [part, ...rest] = keys;
  const name = rest.at(-1) ?? '';
  if (part === 'itemSets') {
    const named: Record<string, string> = {
      ...{ title: items.name, kind: items.kind, citation: items.citation, items: items.items, text: items.text },
      ...{ points: items.points, place: items.place, hue: items.hue, subgroup: items.subgroup },
      ...{ min: items.fewest, max: items.mostItems, maxLength: items.longest },
    };
    return named[name] ?? '';
  }
  if (part !== 'steps') {
    const top: Record<string, string> = {
      ...{ title: general.name, subtitle: general.subtitle, minutes: general.minutes, tip: general.tip },
      ...{ purpose: general.purpose, keepDays: general.keepDays, breakdownFrom: general.breakdownFrom },
      ...{ scales: general.scales, perspectives: general.perspectives, subgroups: general.subgroups },
      ...{ organisations: general.organisations, agenda: general.agenda, unled: general.unled },
      ...{ languages: general.languages },
    };
    return top[name] ?? top[part ?? ''] ?? '';
  }
  const inFields = rest.includes('fields') || rest.includes('agreement');
  const inPrompts = rest.includes('prompts');
  const named: Record<string, string> = {
    title: inPrompts ? step.question : step.name,
    kind: inFields ? step.fieldKind : step.kind,
    label: rest.includes('options') ? step.options : rest.includes('roles') ? step.roles : step.label,
    about: step.about,
    minutes: rest.includes('turns') ? step.turnMinutes : step.minutes,
    count: rest.includes('turns') ? step.turnCount : step.starCount,
    text: step.wallText,
    ...{
      form: step.form,
      from: step.form,
      group: step.form,
      units: step.anew,
      instruction: step.instruction,
      phone: step.phone,
    },
    ...{ set: step.set, across: step.share, perUnit: step.perUnit, choose: step.choose, carry: step.carry },
    ...{ compareWith: step.compareWith, prompts: step.prompts, help: step.help, role: step.role },
    ...{ fields: step.fieldKind, max: step.max, scale: step.scale, askedAt: step.askedAt, options: step.options },
    ...{
      cards: step.cards,
      stars: step.stars,
      per: step.stars,
      writer: step.writer,
      subject: step.subject,
      roles: step.roles,
    },
    ...{ notes: step.notes, agreement: step.agreement, mode: step.mode, reveal: step.reveal },
    ...{ groupBy: step.groupBy, order: step.order, content: step.content, hints: step.hints },
    ...{ consent: step.informedConsent },
  };
  return named[name] ?? '';
}
