import type { Sentence } from './problem.ts';

/** What to do about a fault in the notation, by the code that the `yaml` package gives it. */
const byCode: Record<string, Sentence> = {
  BAD_INDENT: {
    nl: 'Deze regel begint niet onder de juiste letter. Geef regels die bij elkaar horen evenveel spaties.',
    en: 'This line does not start under the right letter. Give lines that belong together the same number of spaces.',
  },
  TAB_AS_INDENT: {
    nl: 'Deze regel begint met een tab. Vervang de tab door spaties.',
    en: 'This line starts with a tab. Replace the tab by spaces.',
  },
  MISSING_CHAR: {
    nl: 'Hier ontbreekt een aanhalingsteken, haakje, streepje of dubbele punt, of de regel begint niet onder de juiste letter.',
    en: 'A quotation mark, bracket, dash or colon is missing here, or the line does not start under the right letter.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    nl: 'Hier staat een dubbele punt te veel: zet de tekst tussen aanhalingstekens. Of de volgende regel begint te ver naar rechts.',
    en: 'There is one colon too many here: put the text between quotation marks. Or the next line starts too far to the right.',
  },
  MULTILINE_IMPLICIT_KEY: {
    nl: 'Een woord voor de dubbele punt moet op één regel staan. Kijk of er een aanhalingsteken, een dubbele punt of de spatie daarachter ontbreekt.',
    en: 'A word before a colon must be on one line. See whether a quotation mark, a colon or the space behind it is missing.',
  },
  BAD_SCALAR_START: {
    nl: 'Tekst mag niet met dit teken beginnen. Zet de tekst tussen dubbele aanhalingstekens.',
    en: 'Text cannot start with this character. Put the text between double quotation marks.',
  },
  BAD_DQ_ESCAPE: {
    nl: 'Achter de schuine streep \\ staat een teken dat niet kan. Schrijf \\\\ als je de streep zelf bedoelt.',
    en: 'The character after the backslash \\ cannot stand there. Write \\\\ if you mean the backslash itself.',
  },
  MULTIPLE_DOCS: {
    nl: 'Na --- begint een tweede draaiboek. Maak daar een eigen bestand van.',
    en: 'After --- a second script begins. Make that a file of its own.',
  },
  NON_STRING_KEY: {
    nl: 'Voor de dubbele punt hoort één woord te staan, zonder haakjes.',
    en: 'One word belongs before the colon, without brackets.',
  },
};

const other: Sentence = {
  nl: 'Deze regel is niet te lezen. Kijk naar de spaties aan het begin, de aanhalingstekens en de dubbele punten.',
  en: 'This line cannot be read. Look at the spaces at its start, the quotation marks and the colons.',
};

const ordinaryDash: Sentence = {
  nl: 'Een regel van een lijst begint met een gewoon streepje (-) en een spatie.',
  en: 'A line of a list starts with an ordinary dash (-) and a space.',
};

/** `line`: the line as it stands, where the fault was found. */
export const yamlSentence = (code: string, line: string): Sentence =>
  /^\s*(?:[\u2010-\u2015\u2022\u00b7\u2043]|-\S+:)/.test(line) ? ordinaryDash : (byCode[code] ?? other);

export const tooLarge = (limit: string): Sentence => ({
  nl: `Dit bestand is te groot voor een draaiboek (hoogstens ${limit}). Maak het korter of splits het.`,
  en: `This file is too large for a script (at most ${limit}). Make it shorter or split it.`,
});

export const tooDense: Sentence = {
  nl: 'Dit bestand heeft te veel onderdelen voor een draaiboek. Maak het korter of splits het.',
  en: 'This file has too many parts for a script. Make it shorter or split it.',
};

export const tooDeep: Sentence = {
  nl: 'Hier liggen te veel lagen in elkaar. Kijk naar de haakjes, de streepjes en de spaties aan het begin.',
  en: 'Too many layers lie in one another here. Look at the brackets, the dashes and the spaces at the start.',
};

export const tooManyAliases: Sentence = {
  nl: 'Verwijzingen met & en * maken dit bestand te groot, of verwijzen naar zichzelf. Schrijf de tekst voluit.',
  en: 'References with & and * make this file too large, or refer to themselves. Write the text out.',
};

export const unknownAlias = (name: string): Sentence => ({
  nl: `"*${name}" verwijst naar iets dat er niet is. Zet "&${name}" op de plek die je bedoelt, of schrijf de tekst voluit.`,
  en: `"*${name}" refers to something that is not there. Put "&${name}" at the place you mean, or write the text out.`,
});

export const noTags = (tag: string): Sentence => ({
  nl: `"${tag}" mag hier niet: een draaiboek kent alleen tekst en getallen. Haal het weg, of zet de tekst tussen aanhalingstekens.`,
  en: `"${tag}" cannot stand here: a script has text and numbers only. Remove it, or put the text between quotation marks.`,
});

export const twiceInBlock = (key: string): Sentence => ({
  nl: `"${key}" staat hier voor de tweede keer. Haal er één weg.`,
  en: `"${key}" stands here for the second time. Remove one of them.`,
});

export const wrongYamlVersion: Sentence = {
  nl: 'Een draaiboek is YAML 1.2. Haal de regels weg die met % beginnen.',
  en: 'A script is YAML 1.2. Remove the lines that start with %.',
};
