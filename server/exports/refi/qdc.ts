import type { ExportSource } from '../export-source.ts';
import { type Code, codebookOf } from './codebook.ts';
import { mechanismsOf } from './mechanisms.ts';
import { element, type XmlElement, xmlOf } from './xml.ts';

/** Which program a file is from: readers ask for it. */
export const origin = 'In gesprek';

const codeElement = ({ guid, name, about, codable, codes }: Code): XmlElement =>
  element(
    'Code',
    { guid, name, isCodable: codable },
    about !== '' && element('Description', {}, about),
    ...codes.map(codeElement),
  );

export const codesElement = (codes: readonly Code[]): XmlElement => element('Codes', {}, ...codes.map(codeElement));

const codebookFile = (codes: readonly Code[]): string =>
  xmlOf(element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, codesElement(codes)));

/** The codebook alone, without a word of anybody. */
export const qdcOf = (source: ExportSource): string => codebookFile(codebookOf(source).codes);

/** The learning mechanisms of boundary crossing, for a researcher who codes with them by hand. */
export const mechanismsQdcOf = (source: ExportSource): string => codebookFile(mechanismsOf(source));
