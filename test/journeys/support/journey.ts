/** What every journey has: a program of its own, and watchers that fail it on what no screen may ever do. */
import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test';
import type { Sticking } from '../../support/balancer.ts';
import { type Program, runProgram } from './program.ts';

type Opening = { dark?: boolean; english?: boolean; touch?: boolean; before?: () => void };
export type Screens = {
  /** A browser of its own (its own storage), watched; `before` is run in each of its pages before the page itself. */
  open: (size: { width: number; height: number }, more?: Opening) => Promise<Page>;
  /** Everything that a page asked of another origin, and every error or policy violation that it reported. */
  complaints: () => string[];
};

export const sizes = {
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 700 },
  smallest: { width: 320, height: 640 },
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  wall: { width: 1920, height: 1080 },
} as const;

/** By its whole origin: another port is another program. */
function isForeign(url: string, own: string): boolean {
  const { protocol, origin } = new URL(url);
  return protocol !== 'data:' && origin !== new URL(own).origin;
}

const policy = 'law 23: ';

/** Runs in every frame before the page itself: what the page's own policy refuses is said, whatever the browser says of it. */
function tellRefused(prefix: string): void {
  addEventListener('securitypolicyviolation', (refused) =>
    console.error(`${prefix}${refused.effectiveDirective} refused ${refused.blockedURI} ${refused.sample}`),
  );
}

function watch(page: Page, origin: () => string, complaints: string[]): void {
  page.on('request', (request) => {
    if (isForeign(request.url(), origin())) complaints.push(`P3 foreign request: ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (isForeign(socket.url().replace(/^ws/, 'http'), origin())) complaints.push(`P3 foreign socket: ${socket.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    const said = message.text();
    // A server that is away on purpose is not a fault of the page.
    const isAway = /ERR_|Failed to load resource|WebSocket/.test(said) && !said.startsWith(policy);
    if (message.type() === 'error' && !isAway) complaints.push(`console: ${said}`);
  });
}

function screensOf(browser: Browser, program: Program, contexts: BrowserContext[], complaints: string[]): Screens {
  return {
    async open(viewport, { dark = false, english = false, touch = false, before } = {}) {
      const context = await browser.newContext({
        viewport,
        hasTouch: touch,
        isMobile: touch,
        locale: english ? 'en-GB' : 'nl-NL',
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      await context.addInitScript(tellRefused, policy);
      if (before) await context.addInitScript(before);
      // Every page of it, also what a link opens.
      context.on('page', (page) => watch(page, () => program.url, complaints));
      return context.newPage();
    },
    complaints: () => complaints,
  };
}

/** `alone`: about one program with its data in files, also in a run on several nodes; `sticking`: how their balancer holds a phone to one. */
export const test = base.extend<{ alone: boolean; sticking: Sticking; program: Program; screens: Screens }>({
  alone: [false, { option: true }],
  sticking: ['sticky', { option: true }],
  program: async ({ alone, sticking }, use) => {
    const program = await runProgram({ alone, sticking });
    await use(program);
    await program.end();
  },
  screens: async ({ browser, program }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(screensOf(browser, program, contexts, complaints));
    for (const context of contexts) await context.close();
    if (complaints.length > 0) throw new Error(`no screen may do this:\n${[...new Set(complaints)].join('\n')}`);
  },
});

export { expect } from '@playwright/test';
