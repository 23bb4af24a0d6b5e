/**
 * Raised whenever the wire form changes; test/shared/protocol.test.ts pins it.
 * 1: the first.
 */
export const protocolVersion = 1;
