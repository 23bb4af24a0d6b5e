/** A project that programs for qualitative analysis open (REFI-QDA 1.5): the texts, the codes, and which stands where. */
import { zipSync } from 'fflate';
import { textOf } from '../../../shared/session/selectors.ts';
import { type ExportSource, leftOutSentence } from '../export-source.ts';
import { plainName } from '../file-name.ts';
import { codebookOf } from './codebook.ts';
import { drawnSources } from './drawn-sources.ts';
import { type Guids, guidsOf } from './guids.ts';
import { nameOf, uniqueNames } from './names.ts';
import { noteSources } from './note-sources.ts';
import { codesElement, origin } from './qdc.ts';
import type { Selection } from './source-text.ts';
import { type SourceText, unitSources } from './unit-sources.ts';
import { valueElements, variableElement, variablesOf } from './variables.ts';
import { element, type XmlElement, xmlOf } from './xml.ts';

type Author = { creatingUser: string };
const datedIf = (at: string) => (at ? { creationDateTime: at } : {});

function selectionElement(guid: Guids, author: Author, { key, name, start, end, at, codes }: Selection): XmlElement {
  const place = { guid: guid('selection', ...key), name, startPosition: start, endPosition: end };
  const coding = (code: string) =>
    element(
      'Coding',
      { guid: guid('coding', ...key, code), ...author, ...datedIf(at) },
      element('CodeRef', { targetGUID: code }),
    );
  return element('PlainTextSelection', { ...place, ...author, ...datedIf(at) }, ...codes.map(coding));
}

/** A zip tells the time of the clock on the wall: this one is the same in every time zone. */
const beginning = () => new Date(1980, 0, 1);

export function qdpxOf(source: ExportSource): Uint8Array {
  const { state, log, tell } = source;
  const guid = guidsOf(state.session);
  const codebook = codebookOf(source);
  const texts = [unitSources, noteSources, drawnSources].flatMap((write) => write(source, codebook));
  tell(0.3);
  const unique = uniqueNames();
  const place = textOf(state, state.place);
  const sources = texts.map((text) => ({
    ...text,
    guid: guid('source', ...text.key),
    /** Programs make a file of it: no sign that a file may not bear; and two sessions of one project do not meet. */
    name: unique(`${plainName(state.date)}_${plainName(place)}_${fileSafe(text)}`),
  }));
  const variables = variablesOf(source, texts);
  const user = guid('user');
  const author = { creatingUser: user };
  const at = new Date(log[0]?.at ?? 0).toISOString().replace(/\.\d+Z$/, 'Z');
  const title = nameOf(textOf(state, state.title)) || origin;

  const leftOut = leftOutSentence(source);
  const many = (name: string, children: XmlElement[]) => children.length > 0 && element(name, {}, ...children);
  const project = element(
    'Project',
    { xmlns: 'urn:QDA-XML:project:1.0', name: title, origin, creatingUserGUID: user, creationDateTime: at },
    element('Users', {}, element('User', { guid: user, name: origin })),
    codebook.codes.length > 0 && element('CodeBook', {}, codesElement(codebook.codes)),
    many('Variables', variables.map(variableElement)),
    // Unnamed: a value belongs to its text, in this one place; told twice it is doubled, or refused.
    many(
      'Cases',
      sources.map((text) =>
        element(
          'Case',
          { guid: guid('case', ...text.key) },
          ...valueElements(variables, text),
          element('SourceRef', { targetGUID: text.guid }),
        ),
      ),
    ),
    many(
      'Sources',
      sources.map((text) =>
        element(
          'TextSource',
          {
            guid: text.guid,
            name: text.name,
            plainTextPath: `internal://${text.guid}.txt`,
            ...author,
            creationDateTime: at,
          },
          ...text.selections.map((selection) => selectionElement(guid, author, selection)),
        ),
      ),
    ),
    sources.length > 0 &&
      element(
        'Sets',
        {},
        element(
          'Set',
          { guid: guid('set'), name: title },
          ...sources.map((text) => element('MemberSource', { targetGUID: text.guid })),
        ),
      ),
    leftOut !== '' && element('Description', {}, leftOut),
  );
  tell(0.5);
  const encoder = new TextEncoder();
  const files = {
    'project.qde': encoder.encode(xmlOf(project)),
    ...Object.fromEntries(sources.map((text) => [`sources/${text.guid}.txt`, encoder.encode(text.text)])),
  };
  tell(0.8);
  return zipSync(files, { mtime: beginning(), level: 6 });
}

/** A label as it is; a name that the desk gave a subgroup, as far as a file may bear it. */
const fileSafe = ({ key, label }: SourceText): string => (key[0] === 'unit' ? label : plainName(label));
