import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendRefusal } from './answer.ts';

const pages: Record<string, string> = {
  '/': 'phone.html',
  '/doe-mee': 'phone.html',
  '/join': 'phone.html',
  '/bureau': 'desk.html',
  '/bureau/*': 'desk.html',
  '/desk': 'desk.html',
  '/desk/*': 'desk.html',
  '/wand': 'wall.html',
  '/wall': 'wall.html',
  '/terugkijken': 'wall.html',
  '/replay': 'wall.html',
  '/oefentelefoon': 'rehearsed.html',
  '/wat-is-dit': 'about.html',
  '/about': 'about.html',
  '/hulp': 'help.html',
  '/help': 'help.html',
  '/op-de-hoogte': 'informed.html',
  '/afmelden/:secret': 'informed.html',
  '/samenvatting': 'summary.html',
  '/summary': 'summary.html',
};

const notHere = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>In gesprek</title><p>Deze pagina is er niet. <a href="/">Naar het begin</a></p>
<p lang="en">There is no such page. <a href="/">To the start</a></p></html>`;
const otherVersion = `Dit onderdeel is van een andere versie. Vernieuw de pagina.
This part is of another version. Reload the page.
`;
const notBuilt = 'The screens are not built yet: npm run build\n';

/** The pages and their parts, as `npm run build` made them. */
export async function openPages(app: FastifyInstance): Promise<void> {
  const root = join(import.meta.dirname, '../../client/dist');
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    wildcard: true,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(reply: FastifyReply, path: string) {
      const isFixed = path.includes(`${join(root, 'assets')}`);
      // A phone without a network still draws its icons: a sprite that must be asked for anew would leave gaps.
      const isSprite = path.includes(join(root, 'icons.svg'));
      const keep = isFixed ? 'public, max-age=31536000, immutable' : isSprite ? 'public, max-age=3600' : 'no-cache';
      reply.header('cache-control', keep);
    },
  });
  for (const [path, file] of Object.entries(pages)) {
    app.get(path, (_, reply) => (existsSync(join(root, file)) ? reply.sendFile(file) : reply.code(503).send(notBuilt)));
  }
  app.setNotFoundHandler((request, reply) => {
    const isApi = /^\/(api|control|socket\.io)\b/.test(request.url);
    if (isApi || request.method !== 'GET') return sendRefusal(reply, 'malformed', 404);
    // What a page of an earlier version asks for after an update, or one of a later version while it is under way.
    if (request.url.startsWith('/assets/'))
      return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(otherVersion);
    return reply.code(404).type('text/html; charset=utf-8').send(notHere);
  });
}
