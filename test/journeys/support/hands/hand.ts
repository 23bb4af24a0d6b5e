/** What a person does on a screen, whatever they do it with: by keyboard alone, or by touch alone. */
import type { Locator, Page } from '@playwright/test';
import type { Ears } from './ears.ts';

type Name = string | RegExp;
export type Hand = {
  page: Page;
  press: (name: Name, at?: Locator) => Promise<void>;
  /** One of several (radio); `group`: the question, where there are more. */
  choose: (option: Name, group?: Name) => Promise<void>;
  tick: (name: Name) => Promise<void>;
  /** In a text: behind what stands there. In a line: instead of it. */
  write: (label: Name, text: string, at?: Locator) => Promise<void>;
  /** One of a list that drops down. */
  select: (label: Name, option: string) => Promise<void>;
  /** Away with the dialog. */
  close: (button: Name) => Promise<void>;
  /** All that was wrong with how it went. */
  faults: () => string[];
};
/** How one kind of hand gets to a control, and what it does there. */
export type Touch = {
  press: (control: Locator) => Promise<void>;
  choose: (radio: Locator) => Promise<void>;
  write: (field: Locator, text: string) => Promise<void>;
  select: (list: Locator, option: string) => Promise<void>;
  close: (button: Locator) => Promise<void>;
  faults: () => string[];
};

/** An open dialog hides all else, for hands as for ears. */
const within = (page: Page): Locator => page.locator('dialog[open], body:not(:has(dialog[open]))').last();
const exact = (name: Name) => ({ name, exact: typeof name === 'string' });

export function handOn(page: Page, ears: Ears, touch: Touch): Hand {
  type Role = 'button' | 'radio' | 'checkbox' | 'textbox' | 'combobox';
  const scope = within(page);
  const find = (role: Role, name: Name, at = scope) => at.getByRole(role, exact(name)).first();
  const does = async (act: () => Promise<void>): Promise<void> => {
    ears.begin();
    await act();
  };
  return {
    page,
    press: (name, at) => does(() => touch.press(find('button', name, at))),
    choose: (option, group) =>
      does(() =>
        touch.choose(find('radio', option, group ? scope.getByRole('group', { name: group }).first() : scope)),
      ),
    tick: (name) => does(() => touch.press(find('checkbox', name))),
    write: (label, text, at) => does(() => touch.write(find('textbox', label, at), text)),
    select: (label, option) => does(() => touch.select(find('combobox', label), option)),
    // Behind that of what was just said.
    close: (name) => does(() => touch.close(scope.getByRole('button', exact(name)).last())),
    faults: touch.faults,
  };
}
