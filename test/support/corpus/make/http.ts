/** Requests that no page makes: of the protocol, of the transport below the socket, and of every route that reads. */
import type { HttpInput, Recipe } from '../case.ts';
import { type Made, named, slug } from './made.ts';

type Row = [why: string, input: HttpInput];
const rows = (lead: string, list: Row[]): Made[] =>
  list.map(([why, input]) => named(`${lead}-${slug(why)}`, why, { road: 'http', input }));

const bytes = (text: Recipe): HttpInput => ({ path: '', bytes: text });
const post = (path: string, body: unknown, more: Partial<HttpInput> = {}): HttpInput => ({
  method: 'POST',
  path,
  body,
  ...more,
});
const raw = (path: string, text: Recipe, headers: Record<string, Recipe> = {}): HttpInput => ({
  ...{ method: 'POST', path, raw: text, headers },
});

const protocol: Row[] = [
  ['no HTTP at all', bytes('hello\r\n\r\n')],
  ['TLS where there is none', bytes({ hex: '1603010200010001fc0303' })],
  ['HTTP of the year 1991', bytes('GET /\r\n\r\n')],
  ['HTTP 9', bytes('GET / HTTP/9.9\r\nhost: x\r\n\r\n')],
  ['no host', bytes('GET / HTTP/1.1\r\n\r\n')],
  ['two hosts', bytes('GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n')],
  ['a space before the colon', bytes('GET / HTTP/1.1\r\nhost : x\r\n\r\n')],
  ['a header that goes on on the next line', bytes('GET / HTTP/1.1\r\nhost: x\r\na: b\r\n c\r\n\r\n')],
  ['line ends without a return', bytes('GET / HTTP/1.1\nhost: x\n\n')],
  ['a zero byte in a header', bytes({ join: ['GET / HTTP/1.1\r\nhost: x\r\na: ', { hex: '00' }, '\r\n\r\n'] })],
  ['two lengths', bytes('POST /api/look-up HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}')],
  [
    'a length and parts (smuggling)',
    bytes('POST /api/look-up HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'),
  ],
  ['parts of unknown coding', bytes('POST /api/look-up HTTP/1.1\r\nhost: x\r\ntransfer-encoding: gzip, x\r\n\r\n')],
  ['a length below zero', bytes('POST /api/look-up HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n')],
  ['a length that is no number', bytes('POST /api/look-up HTTP/1.1\r\nhost: x\r\ncontent-length: 1e3\r\n\r\n')],
  [
    'a part whose size is no number',
    bytes(
      'POST /api/look-up HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    ),
  ],
  [
    'a part larger than memory',
    {
      path: '',
      hangsUp: true,
      bytes:
        'POST /api/look-up HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n',
    },
  ],
  ['headers of 64 kB', { path: '/', headers: { 'x-a': { repeat: ['a', 65_536] } } }],
  ['two thousand headers', bytes({ join: ['GET / HTTP/1.1\r\nhost: x\r\n', { repeat: ['a: b\r\n', 2_000] }, '\r\n'] })],
  ['a path of 20,000 characters', { path: { join: ['/', { repeat: ['a', 20_000] }] } }],
  ['TRACE', { method: 'TRACE', path: '/' }],
  ['CONNECT', { method: 'CONNECT', path: 'example.org:443' }],
  ['a method that is none', { method: 'BREW', path: '/' }],
  ['a method in small letters', { method: 'get', path: '/' }],
  ['OPTIONS of all', { method: 'OPTIONS', path: '*' }],
  ['PUT on a page', { method: 'PUT', path: '/', body: {} }],
  ['DELETE of everything', { method: 'DELETE', path: '/api/sessions' }],
  ['a whole address for a path', { path: 'http://evil.example/' }],
  ['an address of this machine for a path', { path: 'http://127.0.0.1:22/' }],
  [
    'a cookie of 8 kB',
    { path: '/api/me', headers: { cookie: { join: ['ig_facilitator=', { repeat: ['a', 8_000] }] } } },
  ],
  ['a cookie with a prototype for a name', { path: '/api/me', headers: { cookie: '__proto__=x; constructor=y' } }],
  ['a cookie that does not decode', { path: '/api/me', headers: { cookie: 'ig_facilitator=%E0%A4%A' } }],
  ['an etag of nothing', { path: '/', headers: { 'if-none-match': '"' } }],
  ['a date of nothing', { path: '/icons.svg', headers: { 'if-modified-since': 'gisteren' } }],
  ['ranges that overlap', { path: '/icons.svg', headers: { range: { join: ['bytes=0-', { repeat: [',0-', 500] }] } } }],
  ['a range beyond the end', { path: '/icons.svg', headers: { range: 'bytes=99999999-' } }],
  ['an expectation', { path: '/api/me', headers: { expect: 'the-best' } }],
  ['an upgrade to something else', { path: '/', headers: { connection: 'upgrade', upgrade: 'h2c' } }],
  ['forwarded for an address that is none', { path: '/api/me', headers: { 'x-forwarded-for': '999.1.1.1, "; DROP' } }],
  ['a host of another', { path: '/api/me', headers: { host: 'evil.example' } }],
];

const polling = '/socket.io/?EIO=4&transport=polling';
const transport: Row[] = [
  ['a transport with the name of a prototype', { path: '/socket.io/?EIO=4&transport=__proto__' }],
  ['a transport with the name of a maker', { path: '/socket.io/?EIO=4&transport=constructor' }],
  ['no transport', { path: '/socket.io/?EIO=4' }],
  ['two transports', { path: '/socket.io/?EIO=4&transport=polling&transport=websocket' }],
  ['a transport as a list', { path: '/socket.io/?EIO=4&transport[]=polling' }],
  ['webtransport', { path: '/socket.io/?EIO=4&transport=webtransport' }],
  ['the protocol of version 3', { path: '/socket.io/?EIO=3&transport=polling' }],
  ['a protocol that is none', { path: '/socket.io/?EIO=x&transport=polling' }],
  ['a line of nobody', { path: `${polling}&sid=nope` }],
  ['a line with the name of a prototype', { path: `${polling}&sid=__proto__` }],
  ['a line with half an escape', { path: `${polling}&sid=%` }],
  ['two lines', { path: `${polling}&sid=a&sid=b` }],
  ['a post without a line', { method: 'POST', path: polling, raw: '40' }],
  ['a post on a line of nobody', { method: 'POST', path: `${polling}&sid=nope`, raw: '40' }],
  ['a delete on the line', { method: 'DELETE', path: polling }],
  ['a put on the line', { method: 'PUT', path: polling, raw: '40' }],
  ['jsonp with a function of its own', { path: `${polling}&j=alert(1)` }],
  [
    'a websocket without a key',
    { path: '/socket.io/?EIO=4&transport=websocket', headers: { connection: 'upgrade', upgrade: 'websocket' } },
  ],
  [
    'a websocket of version 8',
    {
      path: '/socket.io/?EIO=4&transport=websocket',
      headers: {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-version': '8',
      },
    },
  ],
  [
    'a websocket elsewhere',
    {
      path: '/api/me',
      headers: {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-version': '13',
      },
    },
  ],
  ['a websocket without upgrading', { path: '/socket.io/?EIO=4&transport=websocket' }],
  ['a page of another opens a line', { path: polling, headers: { origin: 'http://evil.example' } }],
  ['a page of nowhere opens a line', { path: polling, headers: { origin: 'null' } }],
  ['an origin that is no address', { path: polling, headers: { origin: 'javascript:alert(1)' } }],
  ['a path beside the line', { path: '/socket.io/../api/home' }],
  ['a script of the library, which we do not serve', { path: '/socket.io/socket.io.js' }],
];

const body: Row[] = [
  ['no body', { method: 'POST', path: '/api/look-up' }],
  ['a body of half an object', raw('/api/look-up', '{"entry":')],
  ['a body that is a list', post('/api/look-up', [])],
  ['a body that is null', raw('/api/look-up', 'null')],
  ['a body with a prototype', raw('/api/look-up', '{"entry":"x","__proto__":{"admin":true}}')],
  ['a body with a maker', raw('/api/look-up', '{"entry":"x","constructor":{"prototype":{"admin":true}}}')],
  [
    'a body with a number beyond all numbers',
    raw(
      '/api/join',
      '{"entry":"$secret","commandId":"aaaaaaaaaaaaaaaaaaaa","people":1e400,"perspectives":[],"name":""}',
    ),
  ],
  ['a body that is no UTF-8', raw('/api/look-up', { hex: '7b22656e747279223a22ff227d' })],
  ['a body with a byte order mark', raw('/api/look-up', '\ufeff{"entry":"x"}')],
  ['a body as a form', raw('/api/look-up', 'entry=x', { 'content-type': 'application/x-www-form-urlencoded' })],
  ['a body as plain text', raw('/api/look-up', '{"entry":"x"}', { 'content-type': 'text/plain' })],
  ['a body of unknown kind', raw('/api/look-up', '{"entry":"x"}', { 'content-type': 'x' })],
  ['a body in several parts', raw('/api/look-up', '--a\r\n', { 'content-type': 'multipart/form-data; boundary=a' })],
  [
    'a body as XML',
    raw('/api/look-up', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', {
      'content-type': 'application/xml',
    }),
  ],
  ['a body that says it is packed', raw('/api/look-up', '{"entry":"x"}', { 'content-encoding': 'gzip' })],
  [
    'a body with a charset of nowhere',
    raw('/api/look-up', '{"entry":"x"}', { 'content-type': 'application/json; charset=utf-99' }),
  ],
  [
    'a body from a page of another',
    post('/api/look-up', { entry: '$secret' }, { headers: { origin: 'http://evil.example' } }),
  ],
  [
    'a body from a page with a name that begins like ours',
    post('/api/look-up', { entry: '$secret' }, { headers: { origin: 'http://$host.evil.example' } }),
  ],
  ['a GET with a body', { path: '/api/me', raw: '{}' }],
  [
    'a body shorter than it says',
    { method: 'POST', path: '/api/look-up', raw: '{}', headers: { 'content-length': '50' }, hangsUp: true },
  ],
];

const guess: Row[] = [
  ['an empty code', post('/api/look-up', { entry: '' })],
  ['a code of 65 characters', post('/api/look-up', { entry: 'x'.repeat(65) })],
  ['a code that is a list', post('/api/look-up', { entry: ['$secret'] })],
  ['a code of nobody', post('/api/look-up', { entry: 'BBBBBB' })],
  ['a link of nobody', post('/api/look-up', { entry: 'x'.repeat(43) })],
  ['a code of a session that is over', post('/api/look-up', { entry: '$overSecret' })],
  ['a recovery code of nobody', post('/api/recover', { recovery: 'BBBBBBBBBB' })],
  ['a recovery code in another alphabet', post('/api/recover', { recovery: 'ВВВВВВВВВВ' })],
  ['a start key of nobody', post('/api/sign-in', { key: 'x'.repeat(43) })],
  ['a start key that is empty', post('/api/sign-in', { key: '' })],
  ['an invitation of nobody', post('/api/invitations/accept', { invitation: 'x'.repeat(43) })],
  ['a wall of nobody', post('/api/walls/claim', { request: 'x'.repeat(43) })],
  [
    'a wall that nobody confirmed',
    post('/api/sessions/$session/walls', { number: '0000', subgroup: null }, { as: 'facilitator' }),
  ],
  ['a summary of nobody', post('/api/summary/read', { token: 'x'.repeat(43) })],
  ['a summary of the year 100,001', post('/api/summary/read', { token: '$link', version: 100_001 })],
  ['a summary by a ticket of the wall', post('/api/summary/read', { token: '$wallTicket' })],
  ['looking back by a ticket of the desk', post('/api/replay/read', { token: '$deskTicket' })],
  [
    'a comment by a ticket',
    post('/api/summary/comments', { token: '$ticket', key: 'k'.repeat(24), section: null, text: 'x', signature: '' }),
  ],
  [
    'a comment with a short key',
    post('/api/summary/comments', { token: '$link', key: 'k', section: null, text: 'x', signature: '' }),
  ],
  [
    'a comment of another that is withdrawn',
    post('/api/summary/comments/withdraw', { token: '$link', key: 'z'.repeat(24) }),
  ],
  ['an address without a dot', post('/api/interest', { ticket: '$ticket', email: 'a@b' })],
  ['an address with a line end', post('/api/interest', { ticket: '$ticket', email: 'a@b.nl\r\nBcc: c@d.nl' })],
  ['an address of nobody’s', post('/api/interest', { ticket: 'x'.repeat(43), email: 'a@b.nl' })],
  [
    'an address of sixty thousand dots: a pattern that once took nine seconds',
    raw('/api/interest', { join: ['{"ticket":"x","email":"a@', { repeat: ['.', 60_000] }, '@"}'] }),
  ],
  ['the home of nobody', { path: '/api/home' }],
  ['the operator’s door without its key', { method: 'POST', path: '/control/key' }],
  [
    'the operator’s door with another key',
    { method: 'POST', path: '/control/backup', body: { folder: '/tmp' }, headers: { authorization: 'Bearer x' } },
  ],
];

export const makeHttp = (): Made[] => [
  ...rows('protocol', protocol),
  ...rows('transport', transport),
  ...rows('body', body),
  ...rows('guess', guess),
];
