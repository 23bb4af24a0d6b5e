import type { WallMode } from '../../../shared/script.ts';
import type { IconName } from '../../ui/icon-names.ts';

export const modeIcons: Record<WallMode, IconName> = {
  welcome: 'qr-code',
  agenda: 'list-checks',
  reading: 'book-open',
  list: 'list',
  figure: 'target',
  groups: 'users',
  progress: 'timer',
  cards: 'layout-grid',
  themes: 'layers',
  spotlight: 'quote',
  boundary: 'split',
  distribution: 'chart-bar',
  contrast: 'scale',
  shift: 'arrow-right',
  harvest: 'star',
  thanks: 'hand',
  blank: 'moon',
};
