import type { Command } from '../../shared/commands.ts';
import { answeredStepOf, itemsOf } from '../../shared/script-queries.ts';
import {
  activeUnits,
  answersOf,
  currentStep,
  isOpen,
  isToStar,
  lonelySeats,
  presentSeats,
  seatOf,
  seekingSeats,
} from '../../shared/session/selectors.ts';
import type { Host } from '../live/session-host.ts';
import type { Agenda } from './agenda.ts';
import type { Cast } from './cast.ts';
import type { Chance } from './chance.ts';
import { tapsAfter } from './paces.ts';

type Parts = { host: Host; agenda: Agenda; chance: Chance; cast: Cast };

/** Ours: how many do what they may do with one tap. */
const share = { unclear: 0.3, recognises: 0.3, stars: 0.8, judges: 0.8, agrees: 0.85 };

/** Nobody taps more in one step, whatever a script has to tap on. */
const mostTaps = 50;

/** What people do beside answering: finding each other, tapping a phrase, giving stars, saying "dit herkennen wij ook". */
export function buildTapping({ host, agenda, chance, cast }: Parts) {
  const done = new Set<string>();
  /** Once, after a moment; what it comes to is asked then. */
  function soon(key: string, seat: string, commandOf: () => Command | undefined): void {
    if (done.has(key)) return;
    done.add(key);
    agenda.in(tapsAfter(chance), async () => {
      const command = seatOf(host.state, seat)?.gone === null ? commandOf() : undefined;
      if (command) await host.give({ commandId: null, command, actor: { role: 'seat', seat } });
    });
  }

  function find(): void {
    for (const { seat } of cast.withPhones(seekingSeats(host.state).map((one) => one.seat))) {
      soon(`find/${host.state.runs[host.state.step]?.reopenedAt}/${seat}`, seat, () => {
        const others = seekingSeats(host.state).filter((one) => one.seat !== seat && one.number !== null);
        if (!seekingSeats(host.state).some((one) => one.seat === seat)) return undefined;
        if (others.length === 0) return { type: 'JoinOtherUnit' };
        return { type: 'FindPartner', number: chance.pick(others).number ?? 0 };
      });
    }
  }

  function star(seat: string): void {
    const step = currentStep(host.state);
    const about = step?.stars && answeredStepOf(host.state.script, step);
    if (!step?.stars || !about) return;
    for (let n = 0; n < Math.min(step.stars.count, mostTaps); n++) {
      soon(`star/${step.id}/${seat}/${n}`, seat, () => {
        const shown = answersOf(host.state, about.id).filter((answer) => isToStar(host.state, answer));
        if (shown.length === 0 || !chance.isSo(share.stars)) return undefined;
        return { type: 'StarAnswer', answer: chance.pick(shown).answer, starred: true };
      });
    }
  }

  function tapUnclear(seat: string): void {
    const { script, language, step: id } = host.state;
    const step = currentStep(host.state);
    if (step?.kind !== 'reading') return;
    const tapped = itemsOf(script, step).filter(({ phrases }) => phrases?.[language]?.length);
    for (const item of tapped.slice(0, mostTaps)) {
      const phrases = item.phrases?.[language] ?? [];
      soon(`unclear/${id}/${item.id}/${seat}`, seat, () =>
        chance.isSo(share.unclear)
          ? { type: 'MarkUnclear', step: id, item: item.id, phrases: [chance.below(phrases.length)] }
          : undefined,
      );
    }
  }

  function recognise(): void {
    const { spotlight } = host.state;
    if (!spotlight) return;
    for (const { unit, seats } of activeUnits(host.state)) {
      const [one] = cast.withPhones(seats);
      if (!one) continue;
      soon(`recognise/${spotlight}/${unit}`, one.seat, () =>
        chance.isSo(share.recognises) ? { type: 'RecogniseAnswer', answer: spotlight, recognised: true } : undefined,
      );
    }
  }

  function judge(seat: string): void {
    const { asked } = host.state;
    if (!asked) return;
    soon(`judge/${asked}/${seat}`, seat, () =>
      chance.isSo(share.judges)
        ? { type: 'JudgeConclusion', conclusion: asked, agrees: chance.isSo(share.agrees), note: '' }
        : undefined,
    );
  }

  return {
    look(): void {
      const { state } = host;
      find();
      recognise();
      for (const { seat } of cast.withPhones(presentSeats(state).map((one) => one.seat))) judge(seat);
      if (!isOpen(state, state.step)) return;
      for (const { seat } of cast.withPhones(presentSeats(state).map((one) => one.seat))) {
        star(seat);
        tapUnclear(seat);
      }
      const step = currentStep(state);
      if (step?.form !== 'pair' || state.pairing === 'self') return;
      for (const { seat } of cast.withPhones(lonelySeats(state).map((one) => one.seat))) {
        soon(`alone/${step.id}/${seat}`, seat, () =>
          lonelySeats(host.state).some((one) => one.seat === seat) ? { type: 'JoinOtherUnit' } : undefined,
        );
      }
    },
  };
}
