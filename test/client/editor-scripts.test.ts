// A facilitator's own scripts: what is brought in from a file is what stands in it, or it is said why not (D1).
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Scripts from '../../client/desk/editor/Scripts.svelte';
import { memory } from '../../client/live/storage.ts';
import * as words from '../../shared/words/editor.nl.ts';
import { serveScript } from '../support/editor-room.ts';

afterEach(() => vi.restoreAllMocks());

test('a file that is no UTF-8, or no text, is not taken in with letters lost: it says how to save it', async () => {
  const made: string[] = [];
  await serveScript({
    other(method, path, body) {
      if (path === '/api/home') return { scripts: [] };
      if (path === '/api/own-scripts' && method === 'GET') return [];
      if (method !== 'POST') return undefined;
      made.push((body as { yaml: string }).yaml);
      return { problem: null, script: 's1', version: 1 };
    },
  });
  const keep = { ...memory(), lasting: false };
  await render(Scripts, { keep, onhome: () => undefined, onlost: () => undefined });
  const file = page.getByLabelText(words.list.bringIn);
  const bring = (bytes: number[]) => userEvent.upload(file, new File([new Uint8Array(bytes)], 'draaiboek.yaml'));
  await bring([0x63, 0x61, 0x66, 0xe9]); // "café" as Windows saves it
  await expect.element(page.getByText(/niet als UTF-8 bewaard/)).toBeVisible();
  await bring([0x50, 0x4b, 0x03, 0x04, 0x14]);
  await expect.element(page.getByText(/bestand van Word of een ander programma/)).toBeVisible();
  expect(made).toEqual([]);
  await bring([0xef, 0xbb, 0xbf, 0x69, 0x64, 0x3a, 0x20, 0xc3, 0xa9]);
  await vi.waitFor(() => expect(made).toEqual(['\ufeffid: é']));
});
