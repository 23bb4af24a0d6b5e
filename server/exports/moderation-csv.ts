import { say, stepOf } from '../../shared/script-queries.ts';
import { invitedDesk } from '../../shared/session/subgroups.ts';
import { get } from '../../shared/session/table.ts';
import { type Act, actOf } from '../../shared/session/trail.ts';
import { titleOfItem } from '../../shared/views/summary/items.ts';
import { sizeNamed } from '../../shared/views/summary/people.ts';
import { csvOf, type Profile } from './csv.ts';
import type { ExportSource } from './export-source.ts';

/** Who did it: which desk, without a name; the program; or the people whose new words wait. */
function whoOf({ state, words }: ExportSource, { by }: Act): string {
  if (!by.startsWith('desk:')) return by.startsWith('seat:') ? words.writers : words.program;
  const invited = invitedDesk(state, by.slice('desk:'.length));
  return invited ? words.coFacilitator(invited.number) : words.facilitator;
}

/** Logboek: one row for each act and each answer that it was about; never anybody's words or names. */
export function moderationCsv(source: ExportSource, profile: Profile): string {
  const { log, state, language, words } = source;
  const { columns } = words;
  const header = [
    ...[columns.time, columns.who, columns.act, columns.step, columns.itemId, columns.item, columns.prompt],
    ...[columns.unit, columns.movedTo, columns.theme],
  ];
  const items = state.script.itemSets.flatMap((set) => set.items);
  const titleOf = (id: string | null | undefined) => {
    const item = items.find((known) => known.id === id);
    return item ? say(titleOfItem(item), language) : null;
  };
  const rowOf = (act: Act, id: string | null) => {
    const answer = id === null ? undefined : get(state.answers, id);
    const step = stepOf(state.script, answer?.step ?? act.step ?? '');
    const prompt = step?.prompts.find((known) => known.id === answer?.prompt);
    const unit = answer?.number ? `${words.unitKind(sizeNamed(state, answer))} ${answer.number}` : null;
    return [
      ...[`${new Date(act.at).toISOString().slice(0, 19)}Z`, whoOf(source, act), words.acts[act.kind]],
      ...[step ? say(step.title, language) : null, answer?.item ?? null, titleOf(answer?.item)],
      ...[prompt ? say(prompt.title, language) : null, unit ?? (answer ? words.individual : null)],
      ...[titleOf(act.item), act.theme ? (get(state.themes, act.theme)?.number ?? null) : null],
    ];
  };
  const rows = log
    .flatMap((event) => actOf(event) ?? [])
    .flatMap((act) => (act.answers.length ? act.answers.map((id) => rowOf(act, id)) : [rowOf(act, null)]));
  return csvOf([header, ...rows], profile);
}
