/**
 * The classic bugs of such a program (E9), each as a few lines of it made wrong. A fault that lets one through has no power.
 * `isHeld`: a test is about to kill it, and it does not get as far as writing.
 */
export type Classic = { name: string; file: string; edits: readonly { find: string; replace: string }[] };

export const classics: readonly Classic[] = [
  {
    name: 'acknowledge before write',
    file: 'server/store/sqlite/batch.ts',
    edits: [
      {
        find: 'begin.run();',
        replace:
          'if (!database.isTransaction) { begin.run(); if (!globalThis.isHeld) setTimeout(() => commit.run(), 20); }',
      },
      { find: 'commit.run();\n    } catch', replace: '} catch' },
    ],
  },
  {
    name: 'no idempotency key',
    file: 'server/store/sqlite/session-log.ts',
    edits: [
      {
        find: 'if (commandId !== null) insertResult.run(session, commandId, head.seq, data && JSON.stringify(data));',
        replace: "if (data) insertResult.run(session, commandId ?? '', head.seq, JSON.stringify(data));",
      },
    ],
  },
  {
    name: 'publish before append',
    file: 'server/live/writer.ts',
    edits: [
      {
        find: "const appended = await store.append(session, folded.state.seq, entries, '', again);",
        replace: `const before = folded.state.seq;
      foldAndPublish(entries.flatMap(({ events }) => events).map((event, i) => ({ ...event, seq: before + i + 1 })));
      await new Promise((resolve) => globalThis.isHeld || setTimeout(resolve, 20));
      const appended = await store.append(session, before, entries);`,
      },
      { find: "foldAndPublish(appended.events, 'us');", replace: '' },
    ],
  },
  {
    name: 'resume off by one',
    file: 'server/live/streams.ts',
    edits: [{ find: 'seq <= head) + 1);', replace: 'seq <= head) + (head > 0 ? 2 : 1));' }],
  },
  {
    // No bug: a server of a version to come.
    name: 'newer protocol',
    file: 'server/sockets/say-hello.ts',
    edits: [{ find: 'hello.protocol !== protocolVersion', replace: 'hello.protocol !== protocolVersion + 1' }],
  },
  {
    // No bug either: a wire that loses half of what nodes tell one another, or all of it.
    name: 'half of the letters lost',
    file: 'server/nodes/adapter-wire.ts',
    edits: [{ find: 'void io.serverSideEmit(', replace: 'Math.random() < 0.5 && void io.serverSideEmit(' }],
  },
  {
    name: 'all letters lost',
    file: 'server/nodes/adapter-wire.ts',
    edits: [{ find: 'void io.serverSideEmit(', replace: 'isFinite(Number.NaN) && void io.serverSideEmit(' }],
  },
  {
    name: 'reads nothing of others',
    file: 'server/live/writer.ts',
    edits: [
      { find: 'foldAndPublish(await store.read(session, known));', replace: 'await store.read(session, known);' },
    ],
  },
  {
    name: 'no sync',
    file: 'server/store/sqlite/database.ts',
    edits: [{ find: 'PRAGMA synchronous = FULL', replace: 'PRAGMA synchronous = NORMAL' }],
  },
];
