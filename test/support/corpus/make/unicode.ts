/** Words in every script and form, and signs that nobody sees: what becomes of them, and that they come back the same. */
import type { Field, Recipe } from '../case.ts';
import { type Made, named, slug } from './made.ts';

type Row = [why: string, text: Recipe, becomes?: Recipe];
const put = (field: Field, rows: Row[]): Made[] =>
  rows.map(([why, text, becomes]) => {
    const made = named(`${field}-${slug(why)}`, why, { road: 'words', input: { field, text } });
    return becomes === undefined ? made : { ...made, becomes };
  });
const hex = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
const at = String.fromCodePoint;

/** Removed wherever they stand. */
const controls: Row[] = [
  ...Array.from({ length: 32 }, (_, code) => code),
  0x7f,
  0x80,
  0x84,
  0x85,
  0x86,
  0x90,
  0x98,
  0x9b,
  0x9d,
  0x9f,
]
  .filter((code) => code !== 9 && code !== 10 && code !== 13)
  .map((code) => [`control ${hex(code)} between two letters`, `na${at(code)}am`, 'naam']);

const lineEnds: Row[] = [
  ['a return alone', 'een\rtwee', 'een\ntwee'],
  ['a return and a line end', 'een\r\ntwee', 'een\ntwee'],
  ['a line end and a return', 'een\n\rtwee', 'een\n\ntwee'],
  ['a line separator', 'een\u2028twee', 'een\ntwee'],
  ['a paragraph separator', 'een\u2029twee', 'een\ntwee'],
  ['a hundred line ends', { join: ['een', { repeat: ['\n', 100] }, 'twee'] }],
  ['a tab', 'een\ttwee', 'een\ttwee'],
  ['line ends around it', '\n\n een \n\n', 'een'],
];

const turning = [0x200e, 0x200f, 0x061c, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];
const bidi: Row[] = turning.flatMap((code): Row[] => [
  [`${hex(code)} that turns the direction, never turned back`, `links ${at(code)}rechts`],
  [`${hex(code)} alone is nothing that anybody sees`, at(code).repeat(3), ''],
]);
const bidiMore: Row[] = [
  ['a turned file ending', 'rapport\u202Efdp.exe'],
  ['a thousand isolates that are never closed', { join: [{ repeat: ['\u2067', 300] }, 'woord'] }],
  ['a turn back that nothing turned', 'woord\u202C\u2069\u202C'],
  ['turned and turned back', 'een \u202Eeewt\u202C drie'],
  ['brackets in both directions', 'שלום (hello) שלום'],
];

const unseen = [
  0x00ad, 0x034f, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0x2064, 0x2800, 0x3164,
  0xfe0f, 0xfeff, 0xffa0, 0xe0001, 0xe0061, 0xe007f,
];
const zeroWidth: Row[] = unseen.flatMap((code): Row[] => [
  [`${hex(code)}, which nobody sees, between letters`, `na${at(code)}am`],
  [`${hex(code)} alone is nothing`, at(code), ''],
]);
const spaces: Row[] = [0x00a0, 0x1680, 0x2000, 0x2003, 0x2007, 0x2009, 0x200a, 0x202f, 0x205f, 0x3000].map((code) => [
  `a space of another kind, ${hex(code)}, alone is nothing`,
  at(code).repeat(2),
  '',
]);

const marks: Row[] = [
  ...[1, 2, 4, 5, 6, 40].map(
    (count): Row => [
      `${count} marks on one letter: four stay`,
      { join: ['z', { repeat: ['\u0335', count] }, 'x'] },
      { join: ['z', { repeat: ['\u0335', Math.min(count, 4)] }, 'x'] },
    ],
  ),
  ['two thousand marks of several kinds on one letter', { join: ['z', { repeat: ['\u0301\u0323\u0308\u0330', 500] }] }],
  ['a mark first, on nothing', '\u0301woord'],
  ['marks on a space', ' \u0301\u0301 a'],
  ['marks between which something stood that is removed', 'z\u0335\u0335\u0000\u0335\u0335\u0000\u0335\u0335'],
  ['a mark around a letter', 'a\u20dd b\u20e0'],
  ['marks that were made for music', '\ud834\udd57\ud834\udd65'],
  ['letters that swallow their marks', 'e\u0301\u0301\u0301\u0301\u0301\u0301'],
  ['vowels of Hebrew', 'בְּרֵאשִׁית'],
  ['vowels of Arabic', 'بِسْمِ ٱللَّٰهِ'],
  ['tones of Vietnamese', 'Tiếng Việt'],
  ['vowels of Thai that stack', 'ที่นี่'],
  ['a Tibetan letter with all under it', 'ཧྐྵྨླྺྼྻྂ'],
];

const twins: Row[] = (
  [
    ['e with an acute', 'e\u0301', 'é'],
    ['n with a tilde', 'n\u0303', 'ñ'],
    ['a with a ring', 'a\u030a', 'å'],
    ['the sign of Ångström', '\u212b', 'Å'],
    ['the sign of ohm', '\u2126', 'Ω'],
    ['the sign of kelvin', '\u212a', 'K'],
    ['u with two marks', 'u\u0308\u030c', 'ǚ'],
    ['Hangul in parts', '\u1112\u1161\u11ab', '한'],
    ['a dot below and a circumflex', 'e\u0323\u0302', 'ệ'],
    ['the same, the other way round', 'e\u0302\u0323', 'ệ'],
    ['a long s with a dot', '\u017f\u0307', 'ẛ'],
    ['an i without a dot and a dot', 'ı\u0307', 'ı\u0307'],
    ['a letter of CJK for compatibility', '\uf900', '豈'],
    ['a composition that is excluded', '\u0915\u093c', '\u0915\u093c'],
    ['the ij as one letter stays', 'ĳsvrij', 'ĳsvrij'],
    ['the ij as two letters stays', 'ijsvrij', 'ijsvrij'],
    ['the fi as one letter stays', 'ﬁets', 'ﬁets'],
    ['a half as one sign stays', '½', '½'],
    ['full width stays', 'ＡＢＣ', 'ＡＢＣ'],
    ['letters of mathematics stay', '𝐀𝐁𝐂', '𝐀𝐁𝐂'],
  ] as const
).map(([why, text, becomes]) => [`twin: ${why}`, text, becomes]);

const surrogates: Row[] = [
  ['half a character, high', 'half \ud83d teken', 'half \ufffd teken'],
  ['half a character, low', 'half \ude00 teken', 'half \ufffd teken'],
  ['half a character at the end', 'woord\ud83d', 'woord\ufffd'],
  ['half a character at the beginning', '\ude00woord', '\ufffdwoord'],
  ['halves the wrong way round', 'a\ude00\ud83db', 'a\ufffd\ufffdb'],
  ['a half before a whole', '\ud83d\ud83d\ude00', '\ufffd😀'],
  ['a half of a flag', '\ud83c', '\ufffd'],
  ['halves that removing brings together', 'a\ud83d\u0000\ude00b', 'a\ufffd\ufffdb'],
  ['signs that are no characters', '\ufffe\uffff\ufdd0'],
  ['a sign beyond all that is given out', '\u{e1234}\u{10ffff}'],
  ['a sign for private use', '\ue000'],
];

const emoji: Row[] = (
  [
    ['a family', '👩‍👩‍👧‍👦'],
    ['a family that falls apart', '👩‍‍👦'],
    ['a joiner at the end', '👩‍'],
    ['a joiner first', '‍👩'],
    ['two flags', '🇳🇱🇧🇪'],
    ['half a flag', '🇳'],
    ['a flag of a region', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['a flag of a region that is not closed', '🏴󠁧󠁢󠁳'],
    ['a skin tone', '👍🏽'],
    ['a skin tone alone', '🏽'],
    ['five skin tones on one hand', '👍🏻🏼🏽🏾🏿'],
    ['a keycap', '7️⃣'],
    ['a keycap on nothing', '️⃣'],
    ['as text', '☺︎'],
    ['as a picture', '☺️'],
    ['a heart on fire', '❤️‍🔥'],
    ['a profession', '🧑🏿‍🔬'],
    ['a kiss of two tones', '👩🏻‍❤️‍💋‍👨🏿'],
    ['one that is newer than this program', '🫪'],
    ['a rainbow', '🏳️‍🌈'],
  ] as const
).map(([why, text]) => [`emoji: ${why}`, text, text]);

const scripts: Row[] = (
  [
    ['Arabic', 'مرحبا بالعالم'],
    ['Hebrew', 'שלום עולם'],
    ['Persian with a joiner', 'می‌خواهم'],
    ['Urdu', 'خوش آمدید'],
    ['Syriac', 'ܫܠܡܐ'],
    ['Thaana', 'ދިވެހި'],
    ['Hindi', 'नमस्ते दुनिया'],
    ['Bengali', 'নমস্কার'],
    ['Tamil', 'வணக்கம்'],
    ['Sinhala', 'ආයුබෝවන්'],
    ['Khmer', 'សួស្តី'],
    ['Burmese', 'မင်္ဂလာပါ'],
    ['Lao', 'ສະບາຍດີ'],
    ['Tibetan', 'བཀྲ་ཤིས'],
    ['Amharic', 'ሰላም'],
    ['Tifinagh', 'ⴰⵣⵓⵍ'],
    ['Georgian', 'გამარჯობა'],
    ['Armenian', 'Բարեւ'],
    ['Greek with all its marks', 'ᾧ'],
    ['Cyrillic', 'Здравствуйте'],
    ['Japanese', 'こんにちは世界'],
    ['Chinese beyond the first plane', '𠮷野家'],
    ['Korean', '안녕하세요'],
    ['Mongolian, from above', 'ᠮᠣᠩᠭᠣᠯ'],
    ['Cherokee', 'ᏣᎳᎩ'],
    ['Egyptian', '𓀀𓁐'],
    ['Cuneiform', '𒀭'],
    ['Gothic', '𐌲𐌿𐍄'],
    ['braille', '⠓⠕⠊'],
    ['Turkish i', 'İstanbul ılık'],
    ['German ß', 'GROẞE Straße'],
    ['Dutch with all its marks', 'coördinatie, één, hè, crêpe'],
    ['Hebrew amid Dutch', 'Zij zei שלום tegen ons'],
    ['numbers amid Arabic', 'الساعة 12:30 مساء'],
    ['an address amid Hebrew', 'ראה https://voorbeeld.nl/א'],
  ] as const
).map(([why, text]) => [`script: ${why}`, text, text.normalize('NFC')]);

const alike: Row[] = (
  [
    ['Cyrillic a', 'Nооr'],
    ['Greek o', 'Nοοr'],
    ['full width', 'Ｎｏｏｒ'],
    ['mathematics', '𝓝𝓸𝓸𝓻'],
    ['small capitals', 'ɴᴏᴏʀ'],
    ['circled', 'Ⓝⓞⓞⓡ'],
    ['turned', 'ɹooN'],
    ['one and l', 'Wi11em'],
    ['a zero for an o', 'N00r'],
    ['a space that does not break', 'Noor\u00a0Bos'],
    ['two spaces', 'Noor  Bos'],
    ['a mark of a trade', 'Noor™'],
    ['the name of the role', 'Begeleider'],
    ['a mark of who was checked', 'Noor ✓'],
    ['brackets of a system', '[systeem] Noor'],
  ] as const
).map(([why, text]) => [`a name that looks like another: ${why}`, text]);

const long: Row[] = [
  ['a word of 380 letters', { repeat: ['w', 380] }, { repeat: ['w', 380] }],
  ['a word of Chinese without a space', { repeat: ['字', 300] }, { repeat: ['字', 300] }],
  ['only a point', '.', '.'],
  ['only a dash', '—', '—'],
  ['words that read null', 'null', 'null'],
  ['words that read undefined', 'undefined', 'undefined'],
  ['words that read true', 'true', 'true'],
  ['a number of many digits', '9007199254740993', '9007199254740993'],
  ['a number with zeros first', '007', '007'],
  ['a date', '3/4', '3/4'],
  ['not a number', 'NaN', 'NaN'],
  ['a backslash', '\\', '\\'],
  ['an escape of JSON', '\\u0000', '\\u0000'],
  ['an escape of HTML', '&#0;', '&#0;'],
  ['an escape of an address', '%00', '%00'],
];

export const makeUnicode = (): Made[] => [
  ...put('note', [...controls, ...lineEnds, ...surrogates]),
  ...put('theme', [...bidi, ...bidiMore]),
  ...put('name', [...zeroWidth, ...spaces, ...alike]),
  ...put('answer', [...marks, ...twins, ...long]),
  ...put('title', emoji),
  ...put('conclusion', scripts),
];
