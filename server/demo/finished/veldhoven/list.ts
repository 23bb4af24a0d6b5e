import type { OnList } from '../told.ts';

/** Twelve pairs about the nine characteristics. */
export const list: readonly OnList[] = [
  { recognisable: ['ja', ['k2']], usable: ['ja', []], complete: ['ja'] },
  {
    recognisable: ['deels', ['k2', 'k5']],
    usable: ['deels', ['k2']],
    complete: ['deels', 'Tijd is geen kenmerk, maar zonder tijd zijn de andere negen er niet.', 'tijd-kenmerk'],
  },
  { recognisable: ['ja', []], usable: ['ja', ['k2']], complete: ['ja'] },
  {
    recognisable: ['deels', ['k2']],
    usable: ['deels', ['k8']],
    complete: ['nee', 'Wie het laatste woord heeft als het misgaat, staat in geen van de negen.', 'laatste-woord'],
  },
  {
    recognisable: ['ja', ['k5']],
    usable: ['ja', []],
    complete: ['deels', 'Een kenmerk over vrijwilligers. Bij ons doen zij de avonden.'],
  },
  {
    recognisable: ['nee', ['k1', 'k2', 'k7']],
    usable: ['nee', ['k2', 'k7']],
    complete: ['nee', 'Kleine plekken met twee mensen passen hier niet in.'],
  },
  { recognisable: ['ja', []], usable: ['ja', []], complete: ['ja'] },
  {
    recognisable: ['deels', ['k7']],
    usable: ['weet-niet', []],
    complete: ['deels', 'Dat iemand de boel bij elkaar houdt als de projectleider vertrekt.', 'projectleider'],
  },
  { recognisable: ['ja|deels', ['k4']], usable: ['deels', ['k2']], complete: ['ja'] },
  {
    recognisable: ['ja', ['k2']],
    usable: ['ja', []],
    complete: ['deels', 'Iets over eerlijk delen: wie krijgt de uren, de studiepunten en het applaus?'],
  },
  { recognisable: ['ja', []], usable: ['deels', ['k6']], complete: ['weet-niet'] },
  { recognisable: ['deels', ['k2']], usable: ['ja', []], complete: ['ja'] },
];
