/** Frames that no screen sends: of the WebSocket itself, of engine.io, of socket.io, and of our own messages. */
import type { Frame, FrameInput, Recipe } from '../case.ts';
import { type Made, named } from './made.ts';

type Row = [name: string, why: string, ...frames: Frame[]];
const on = (after: FrameInput['after'], rows: Row[]): Made[] =>
  rows.map(([name, why, ...frames]) => named(name, why, { road: 'frames', input: { after, frames } }));

/** RFC 6455: what a WebSocket's peer may not do. */
const wire: Row[] = [
  ['ws-unmasked', 'a client has to mask its frames', { masked: false, data: '3' }],
  ...[1, 2, 4, 7].map(
    (rsv): Row => [`ws-rsv-${rsv}`, `reserved bits ${rsv.toString(2)} without an extension`, { rsv, data: '3' }],
  ),
  ...[3, 7, 11, 15].map((op): Row => [`ws-op-${op}`, `opcode ${op} means nothing`, { op, data: '3' }]),
  ['ws-ping-long', 'a ping of more than 125 bytes', { op: 9, data: { repeat: ['p', 126] } }],
  ['ws-ping-parts', 'a ping in parts', { op: 9, fin: false, data: 'p' }],
  ['ws-ping-many', 'a thousand pings at once end their line', { op: 9, data: 'p', times: 1_000 }],
  ['ws-pong-unasked', 'a pong that nobody asked for', { op: 10, data: 'p' }],
  ['ws-close-one-byte', 'a close of one byte', { op: 8, data: { hex: '03' } }],
  ...[0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535].map(
    (code): Row => [
      `ws-close-${code}`,
      `a close with code ${code}`,
      { op: 8, data: { hex: code.toString(16).padStart(4, '0') } },
    ],
  ),
  ['ws-close-empty', 'a close without a code', { op: 8, data: '' }],
  ['ws-close-reason', 'a close whose reason is no UTF-8', { op: 8, data: { hex: '03e8c328' } }],
  ['ws-continue-nothing', 'the rest of a message that never began', { op: 0, data: '3' }],
  ['ws-text-amid-parts', 'a new message amid one in parts', { fin: false, data: '4' }, '0'],
  ['ws-parts-of-another-kind', 'a text that goes on as bytes', { fin: false, data: '4' }, { op: 2, data: '0' }],
  [
    'ws-parts',
    'a pong with something behind it, cut in two, is still one message',
    { fin: false, data: '3' },
    { op: 0, data: 'x' },
  ],
  [
    'ws-parts-empty',
    'ten thousand empty parts',
    { fin: false, data: '' },
    { op: 0, fin: false, data: '', times: 10_000 },
  ],
  [
    'ws-parts-too-large',
    'parts that are too large together',
    { fin: false, data: '4' },
    { op: 0, fin: false, data: { repeat: ['x', 8_192] }, times: 9 },
  ],
  ['ws-utf8-lone', 'half a character as three bytes', '4\ud800'],
  ['ws-utf8-overlong', 'a slash in two bytes', { data: { hex: '34c0af' } }],
  ['ws-utf8-cut', 'a character cut off at the end', { data: { hex: '34e282' } }],
  ['ws-utf8-lead', 'a byte that begins no character', { data: { hex: '34ff' } }],
  ['ws-utf8-high', 'a character beyond U+10FFFF', { data: { hex: '34f4908080' } }],
  ['ws-length-lies', 'a length of 65,537 with nothing behind it', { claims: 65_537, data: '' }],
  ['ws-length-huge', 'a length of 2 to the 53rd', { claims: 2 ** 53, data: '' }],
  ['ws-length-wide', 'a short length in eight bytes', { wide: true, data: '3' }],
  ['ws-empty', 'a message of nothing', ''],
  ['ws-binary-empty', 'bytes of nothing', { op: 2, data: '' }],
  ['ws-binary', 'bytes where a message was due', { op: 2, data: { hex: '0400ff' } }],
  ['ws-http', 'another request where frames were due', { op: 4, data: 'GET / HTTP/1.1' }],
];

const engine: Row[] = [
  ...(
    [
      ['open', '0', 'only the server opens'],
      ['open-json', '0{"sid":"x"}', 'an own session id'],
      ['close', '1', 'a close before anything'],
      ['ping', '2', 'in version 4 the server pings'],
      ['probe', '2probe', 'a probe where nothing is upgraded'],
      ['pong', '3', 'a pong that was not asked for'],
      ['pong-probe', '3probe', 'the answer to a probe of nobody'],
      ['message', '4', 'a message without words'],
      ['upgrade', '5', 'an upgrade of what is upgraded'],
      ['noop', '6', 'nothing, said aloud'],
      ['seven', '7', 'a type that is none'],
      ['letter', 'a', 'a letter for a type'],
      ['wide', 'é4', 'a type of two bytes'],
      ['minus', '-1', 'a type below zero'],
      ['space', ' 40', 'a space first'],
      ['base64', 'bAQID', 'bytes as base64'],
      ['base64-bad', 'b####', 'base64 that is none'],
      ['base64-alone', 'b', 'base64 of nothing'],
      ['null', '\u0000', 'a zero byte'],
      ['record', '40\u001e40', 'two packets in one frame'],
      ['json', '{"type":"hello"}', 'plain JSON'],
      ['array', '[]', 'a plain list'],
      ['quote', '"', 'a mark that is never closed'],
      ['bom', '\ufeff40', 'a byte order mark first'],
      ['old', '40?EIO=3', 'words of an older version'],
    ] as const
  ).map(([name, frame, why]): Row => [`eio-${name}`, why, frame]),
  ['eio-close-then', 'goes on after it closed', '1', '40'],
  ['eio-pongs', 'five hundred pongs', { data: '3', times: 500 }],
];

const names: Row[] = (
  [
    ['', 'joins the room of all twice'],
    ['/', 'names it'],
    ['/,', 'names it with a comma'],
    ['/admin,', 'asks for another namespace'],
    ['/__proto__,', 'asks for what every object has'],
    ['/constructor,', 'asks for a maker of objects'],
    ['/../../etc,', 'asks for a path'],
    ['/*,', 'asks for all'],
    ['/^.*$/,', 'asks by a pattern'],
    ['{', 'half an object'],
    ['{"token":"x"}', 'credentials that nobody asks'],
    ['{"__proto__":{"x":1}}', 'credentials with a prototype'],
    ['[]', 'a list for credentials'],
    ['null', 'null for credentials'],
    ['"x"', 'a text for credentials'],
    ['0', 'a number'],
  ] as const
).map(([tail, why], at) => [`sio-connect-${String(at).padStart(2, '0')}`, why, `40${tail}`]);

const packets: Row[] = (
  [
    ['41/admin,', 'leaves where it never was'],
    ['42', 'an event of nothing'],
    ['42{}', 'an event that is an object'],
    ['42[]', 'an event without a name'],
    ['42[1]', 'an event named by a number'],
    ['42[null]', 'an event named null'],
    ['42[["hello"]]', 'an event named by a list'],
    ['42[{}]', 'an event named by an object'],
    ['42["', 'half an event'],
    ['42["hello",]', 'a comma too many'],
    ['42["hello",{"a":1}', 'an event that is cut off'],
    ["42['hello']", 'single quotes'],
    ['42["hello",undefined]', 'a word that JSON lacks'],
    ['42["hello",NaN]', 'a number that is none'],
    ['420["hello",1e400]', 'a number beyond all numbers'],
    ['42["connect"]', 'a word of the library: connect'],
    ['42["connect_error"]', 'a word of the library: connect_error'],
    ['42["disconnect"]', 'a word of the library: disconnect'],
    ['42["disconnecting"]', 'a word of the library: disconnecting'],
    ['42["newListener",{}]', 'a word of the library: newListener'],
    ['42["removeListener",{}]', 'a word of the library: removeListener'],
    ['42["error",{}]', 'an error of its own'],
    ['42["frame",{}]', 'an event that only the server sends'],
    ['42["goodbye","deleted"]', 'says goodbye for another'],
    ['420["toString"]', 'a name that every object has'],
    ['420["__proto__",{}]', 'the prototype for a name'],
    ['420["HELLO",{}]', 'capitals'],
    ['420["hello ",{}]', 'a space behind the name'],
    ['420["",{}]', 'an empty name'],
    ['42["hello",{}]', 'asks no answer'],
    ['420["hello"]', 'no message at all'],
    ['420["hello",{},{}]', 'two messages'],
    ['42-1["hello",{}]', 'an answer below zero'],
    ['421.5["hello",{}]', 'an answer that is no whole number'],
    ['4299999999999999999999["hello",{}]', 'an answer beyond what is counted'],
    ['43', 'an answer to nothing'],
    ['430', 'an answer without words'],
    ['430[]', 'an empty answer'],
    ['430["x"]', 'an answer that nobody asked'],
    ['430{}', 'an answer that is an object'],
    ['44{"message":"x"}', 'an error that only the server tells'],
    ['45', 'bytes of unknown number'],
    ['451', 'bytes without a dash'],
    ['45-["hello"]', 'a dash without a number'],
    ['45-1-["hello"]', 'a number below zero of bytes'],
    ['4599999999999-["hello"]', 'a billion of bytes to come'],
    ['451-["hello",{"_placeholder":true,"num":0}]', 'bytes that never come'],
    ['450-["hello",{"_placeholder":true,"num":0}]', 'a place for bytes where there are none'],
    ['461-0["x"]', 'an answer with bytes that nobody asked'],
    ['47', 'a kind that is none'],
    ['4a', 'a letter for a kind'],
    ['42/admin,["hello",{}]', 'an event elsewhere'],
    ['42/,0["hello",{}]', 'an event in the room of all, named'],
  ] as const
).map(([frame, why], at) => [`sio-packet-${String(at).padStart(2, '0')}`, why, frame]);

const blob: Frame = { op: 2, data: { hex: '00' } };
const bytes: Row[] = [
  ['sio-blob', 'bytes in place of a hello', '451-0["hello",{"_placeholder":true,"num":0}]', blob],
  ['sio-blob-far', 'a place that no bytes belong to', '451-0["hello",{"_placeholder":true,"num":7}]', blob],
  ['sio-blob-below', 'a place below zero', '451-0["hello",{"_placeholder":true,"num":-1}]', blob],
  [
    'sio-blob-length',
    'a place with the name of a property',
    '451-0["hello",{"_placeholder":true,"num":"length"}]',
    blob,
  ],
  ['sio-blob-text', 'text where bytes were due', '451-["hello",{"_placeholder":true,"num":0}]', '40'],
  ['sio-blob-one-of-two', 'one of two', '452-["hello",{"_placeholder":true,"num":0}]', blob],
  ['sio-blob-unasked', 'bytes that no message announced', blob],
];

const parts = { protocol: 1, ticket: '$wallTicket', cursor: null as unknown };
const hello = (name: string, why: string, change: object): Row => [
  `hello-${name}`,
  why,
  `420${JSON.stringify(['hello', { ...parts, ...change }])}`,
];
const cursor = (name: string, why: string, value: unknown): Row => hello(`cursor-${name}`, why, { cursor: value });
const hellos: Row[] = [
  ...['null', '1', '"x"', '[]', 'true', '{}'].map(
    (value, at): Row => [`hello-as-${at}`, `a hello that is ${value}`, `420["hello",${value}]`],
  ),
  hello('protocol-text', 'the protocol as a text', { protocol: '1' }),
  hello('protocol-half', 'a protocol and a half', { protocol: 1.5 }),
  hello('protocol-other', 'another protocol', { protocol: 999 }),
  hello('protocol-below', 'a protocol below zero', { protocol: -1 }),
  hello('ticket-none', 'no ticket', { ticket: undefined }),
  hello('ticket-empty', 'an empty ticket', { ticket: '' }),
  hello('ticket-list', 'a list of tickets', { ticket: ['$wallTicket'] }),
  hello('ticket-object', 'a ticket that compares', { ticket: { $ne: null } }),
  hello('ticket-long', 'a ticket of 129 characters', { ticket: 'x'.repeat(129) }),
  hello('ticket-guess', 'a ticket of nobody', { ticket: 'x'.repeat(43) }),
  hello('ticket-sql', 'a ticket that ends a query', { ticket: "' OR 1=1; DROP TABLE grants; --" }),
  hello('ticket-null-byte', 'a ticket with a zero byte behind it', { ticket: '$wallTicket\u0000' }),
  hello('extra', 'a field too many', { role: 'desk' }),
  cursor('empty', 'a cursor of nothing', {}),
  cursor('text', 'a cursor that is a text', 'epoch'),
  cursor('below', 'a place below zero', { epoch: 'e', heads: { wall: -1 } }),
  cursor('half', 'half a place', { epoch: 'e', heads: { wall: 0.5 } }),
  cursor('huge', 'a place beyond what is counted', { epoch: 'e', heads: { wall: 1e21 } }),
  cursor('long-epoch', 'an epoch of 65 characters', { epoch: 'e'.repeat(65), heads: {} }),
  cursor('long-stream', 'a stream with a name of 81 characters', { epoch: 'e', heads: { ['s'.repeat(81)]: 1 } }),
  cursor('other-stream', 'a cursor in streams of others: a fresh start', {
    epoch: 'e',
    heads: { 'seat:x': 1, desk: 9 },
  }),
  cursor('many', 'a thousand streams', {
    epoch: 'e',
    heads: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`s${i}`, 1])),
  }),
];
const raw = (name: string, why: string, frame: Recipe): Row => [`hello-${name}`, why, frame];
const before: Row[] = [
  raw(
    'twice',
    'the same key twice: the last counts',
    '420["hello",{"protocol":9,"protocol":1,"ticket":"$wallTicket","cursor":null}]',
  ),
  raw(
    'proto',
    'a prototype beside it',
    '420["hello",{"protocol":1,"ticket":"$wallTicket","cursor":null,"__proto__":{"role":"desk"}}]',
  ),
  raw(
    'cursor-proto',
    'a stream with the name of a prototype',
    '420["hello",{"protocol":1,"ticket":"$wallTicket","cursor":{"epoch":"e","heads":{"__proto__":1}}}]',
  ),
  raw(
    'command-first',
    'a command before hello',
    '420["command",{"commandId":"aaaaaaaaaaaaaaaaaaaa","command":{"type":"CloseSession"}}]',
  ),
  raw(
    'draft-first',
    'a draft before hello',
    '420["draft",{"unit":"u","step":"s","item":"i","prompt":"p","values":{},"at":0,"grewFrom":[]}]',
  ),
  raw('pages-first', 'pages before hello', '420["pages",{"pages":1}]'),
];
const after: Row[] = [
  raw('again', 'hello again with the same ticket', '420["hello",{"protocol":1,"ticket":"$wallTicket","cursor":null}]'),
  raw('other', 'becomes another', '420["hello",{"protocol":1,"ticket":"$ticket","cursor":null}]'),
  ['pages-none', 'no page', '420["pages",{"pages":0}]'],
  ['pages-many', 'a thousand and one pages', '420["pages",{"pages":1001}]'],
  ['pages-text', 'pages as a text', '420["pages",{"pages":"1"}]'],
  [
    'wall-commands',
    'a wall that commands',
    '420["command",{"commandId":"aaaaaaaaaaaaaaaaaaaa","command":{"type":"CloseSession"}}]',
  ],
  [
    'wall-drafts',
    'a wall that writes',
    '420["draft",{"unit":"$unit","step":"def-duo","item":"def","prompt":"recognisable","values":{},"at":0,"grewFrom":[]}]',
  ],
  [
    'command-short-id',
    'a command with an id of 15 characters',
    '420["command",{"commandId":"aaaaaaaaaaaaaaa","command":{"type":"TakeLead"}}]',
  ],
  ['command-no-id', 'a command without an id', '420["command",{"command":{"type":"TakeLead"}}]'],
  [
    'command-id-odd',
    'an id with a line end',
    '420["command",{"commandId":"aaaaaaaaaaaaaaaa\\n","command":{"type":"TakeLead"}}]',
  ],
];

export const makeFrames = (): Made[] => [
  ...on('open', [...wire, ...engine]),
  ...on('connected', [...names, ...packets, ...bytes, ...hellos, ...before]),
  ...on('hello', after),
];
