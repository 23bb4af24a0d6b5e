import type { ItemSet, Step } from '../../script.ts';
import { answerableItems, questionsOf, wholeList } from '../../script-queries.ts';
import { isFeedback } from '../../session/feedback.ts';
import { answersOf, runOf } from '../../session/selectors.ts';
import type { Answer } from '../../session/state.ts';
import { toldTitle } from './added.ts';
import { dealtOf, type View } from './figures.ts';
import { memberOf, unclearOf } from './items.ts';
import { orderOf } from './order.ts';
import { promptView } from './prompts.ts';
import type { Figures, ItemView, SectionView } from './summary-form.ts';
import { themesIn } from './themes.ts';

/** The steps in which something was asked that readers of a summary may know about. */
const askingSteps = (view: View): Step[] =>
  view.state.script.steps.filter((step) => step.prompts.length > 0 && !isFeedback(step));

const bare = {
  ...{ text: null, icon: null, hue: null, place: null, citation: null, parts: [] },
  ...{ unclear: null, dealt: null, hidden: false },
};

/** Also where all that was answered is hidden: that is said. */
const isJudged = ({ n, unknown, split, hidden, unreleased }: Figures): boolean =>
  n + unknown + split + hidden + unreleased > 0;

const hasSomething = (item: ItemView): boolean =>
  Boolean(item.unclear?.phrases.some((phrase) => phrase.count > 0)) ||
  item.prompts.some(
    (prompt) =>
      prompt.quotes.length + prompt.missing.length + prompt.situations.length > 0 ||
      (prompt.figures && isJudged(prompt.figures)) ||
      prompt.marks.some((marks) => marks.n > 0) ||
      (!prompt.boundary && prompt.choices.some((choices) => choices.n > 0)),
  );

function promptsAbout(view: View, steps: readonly Step[], item: string, answers: readonly Answer[]) {
  return steps
    .filter((step) => runOf(view.state, step.id) && answerableItems(view.state.script, step).includes(item))
    .flatMap((step) =>
      questionsOf(step).map((prompt) =>
        promptView(
          view,
          step,
          item,
          prompt,
          answers.filter((answer) => answer.step === step.id),
        ),
      ),
    );
}

/** All that was said about one set of items; undefined where nothing was asked about it. */
function sectionOf(view: View, set: ItemSet, steps: readonly Step[]): SectionView | undefined {
  if (steps.length === 0) return undefined;
  const answers = steps.flatMap((step) => answersOf(view.state, step.id));
  const whole: ItemView = {
    ...{ id: wholeList, title: set.title, ...bare },
    prompts: promptsAbout(view, steps, wholeList, answers),
  };
  const items: ItemView[] = set.items.map((item) => ({
    ...memberOf(item),
    prompts: promptsAbout(view, steps, item.id, answers),
    unclear: unclearOf(view, set, item),
    dealt: dealtOf(view, steps, item.id),
    hidden: false,
  }));
  const shown = [whole, ...items].filter(hasSomething);
  const { order, orderedBy } = orderOf(view, steps, shown, answers);
  const rankOf = (id: string) => {
    const place = order.findIndex((rank) => rank.item === id);
    return place < 0 ? order.length : place;
  };
  return {
    ...{ id: set.id, kind: set.kind, title: set.title, scriptTitle: null, citation: set.citation ?? null },
    hidden: false,
    skipped: steps.filter((step) => !runOf(view.state, step.id)).map((step) => step.title),
    items: shown.sort((a, b) => rankOf(a.id) - rankOf(b.id)),
    members: set.items.map(memberOf),
    ...{ order, orderedBy, themes: themesIn(view, steps) },
  };
}

/** Questions about nothing in particular: a section of their own. */
function ownSection(view: View, step: Step): SectionView {
  const answers = answersOf(view.state, step.id);
  const title = toldTitle(view.state, step);
  const item: ItemView = {
    ...{ id: wholeList, title, ...bare },
    prompts: promptsAbout(view, [step], wholeList, answers),
  };
  return {
    ...{ id: step.id, kind: 'questions', title, scriptTitle: null, citation: null, members: [], order: [] },
    orderedBy: { difference: false, script: false },
    themes: themesIn(view, [step]),
    hidden: false,
    skipped: runOf(view.state, step.id) ? [] : [title],
    items: hasSomething(item) ? [item] : [],
  };
}

export function sectionsOf(view: View): SectionView[] {
  const steps = askingSteps(view);
  const sets = view.state.script.itemSets.flatMap(
    (set) =>
      sectionOf(
        view,
        set,
        steps.filter((step) => step.items?.set === set.id),
      ) ?? [],
  );
  return [...sets, ...steps.filter((step) => !step.items).map((step) => ownSection(view, step))];
}
