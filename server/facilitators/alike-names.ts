/** Names that look like another's: letters of another script that are drawn the same (the idea of Unicode TR39). */
import { nameKeyOf } from '../../shared/passphrase.ts';

const tableOf = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [pair[0] ?? '', pair.slice(1)] as const));

/** Small letters, Cyrillic, Greek, Armenian, and Latin ones that look like another: each with the one that it is drawn as. */
const small = tableOf(
  [
    'аa еe оo рp сc уy хx іi јj ѕs ԁd ԛq ԝw һh ӏl кk мm нh тt вb гr пn ѵv ґr ӕæ',
    'αa βb εe ζz ηn ιi κk μm νv οo ρp τt υu χx γy ωw ϲc ϳj ςc σo',
    'օo սu ոn հh ցg զq ձj լl ɡg ɑa ıi ſf',
  ].join(' '),
);
/** As capitals drawn as another letter than as small ones. */
const capitals = tableOf('Вb Нh Рp Сc Уy Хx Мm Тt Кk Ηh Νn Ρp Υy Χx Βb Ζz Μm Τt Κk Ιi Il');

const drawn = (name: string, as: ReadonlyMap<string, string>) => [...name].map((one) => as.get(one) ?? one).join('');
/** Without the marks on them: ё and ë are drawn alike too. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
/** A digit that is drawn as a letter. */
const withoutDigits = (key: string) => key.replace(/0/g, 'o').replace(/[1|]/g, 'l');

/** As it is drawn in small letters, and in capitals. */
const looksOf = (name: string, isBare: boolean): string[] =>
  [name, drawn(name, capitals)].map((one) => {
    const key = nameKeyOf(one);
    return withoutDigits(drawn(isBare ? bare(key) : key, small));
  });
/** Where both are in Latin letters, marks count: Rene is not René. */
const isForeign = (name: string) => /[\p{scx=Cyrillic}\p{scx=Greek}\p{scx=Armenian}ɡɑı]/u.test(name);

/** Whether a person would take the one for the other. */
export function areAlike(one: string, other: string): boolean {
  const isBare = isForeign(one) || isForeign(other);
  const looks = new Set(looksOf(one, isBare));
  return looksOf(other, isBare).some((look) => looks.has(look));
}

const drawnLikeLatin = [
  /\p{scx=Latin}/u,
  /\p{scx=Cyrillic}/u,
  /\p{scx=Greek}/u,
  /\p{scx=Armenian}/u,
  /\p{scx=Cherokee}/u,
  /\p{scx=Coptic}/u,
  /\p{scx=Lisu}/u,
];
/** Whether its letters are of two scripts that are drawn alike: hardly a name is, and one made to be taken for another may be. */
export function mixesScripts(name: string): boolean {
  const letters = [...name.normalize('NFKC')].filter((one) => /\p{L}/u.test(one));
  return drawnLikeLatin.filter((script) => letters.some((one) => script.test(one))).length > 1;
}
