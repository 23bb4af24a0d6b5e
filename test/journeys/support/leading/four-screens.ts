/** The picture of the README: desk, wall, phone and summary of one session. Made with PICTURES, copied to docs/pictures by hand. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Screens } from '../journey.ts';

const place = {
  desk: { left: 24, top: 24, width: 664 },
  wall: { left: 712, top: 24, width: 664 },
  phone: { left: 24, top: 475, width: 217 },
  summary: { left: 265, top: 475, width: 1111 },
} as const;
type Name = keyof typeof place;
const height = 469;

export type FourScreens = { take: (name: Name, of: Page | Locator) => Promise<void>; compose: () => Promise<void> };

export function fourScreens(screens: Screens): FourScreens {
  const folder = process.env['PICTURES'];
  const taken = new Map<Name, string>();
  return {
    async take(name, of) {
      if (folder) taken.set(name, (await of.screenshot()).toString('base64'));
    },
    async compose() {
      if (!folder) return;
      const page = await screens.open({ width: 1400, height: 968 });
      const images = [...taken].map(([name, data]) => {
        const { left, top, width } = place[name];
        const most = name === 'phone' || name === 'summary' ? `height:${height}px;` : '';
        // A drawing is shown whole.
        const whole = name === 'summary' ? 'height:100%;object-fit:contain;background:#fff' : '';
        const box = `left:${left}px;top:${top}px;width:${width}px;${most}`;
        return `<div style="${box}"><img alt="" style="${whole}" src="data:image/png;base64,${data}"></div>`;
      });
      await page.setContent(
        `<style>body{margin:0;background:#cfd6d0}div{position:absolute;overflow:hidden;border-radius:10px;background:#f3f5f1}
         img{display:block;width:100%}</style>${images.join('')}`,
      );
      await page.screenshot({ path: join(folder, 'four-screens.png') });
      await page.close();
    },
  };
}
