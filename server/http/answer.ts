import type { FastifyReply } from 'fastify';
import type * as z from 'zod/mini';
import type { RefusalReason } from '../../shared/refusals.ts';

const statusOf: Partial<Record<RefusalReason, number>> = {
  noTicket: 401,
  notAllowed: 403,
  seatRemoved: 403,
  noSuchSession: 404,
  noSuchStep: 404,
  noSuchSeat: 404,
  noSuchUnit: 404,
  noSuchItem: 404,
  noSuchPrompt: 404,
  noSuchAnswer: 404,
  noSuchNote: 404,
  noSuchTheme: 404,
  tooManyQuestions: 409,
  noSuchSubgroup: 404,
  sessionClosed: 409,
  doorLocked: 409,
  lettersAsked: 409,
  lettersWrong: 409,
  sessionFull: 409,
  nothingToDo: 409,
  stepMoved: 409,
  stepClosed: 409,
  withdrawn: 409,
  answerChanged: 409,
  tooFast: 429,
  tryAgain: 503,
};

/** An ordinary "no" on its way out of a route, as the status and reason that the screens know. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
  get status(): number {
    return statusOf[this.reason] ?? 400;
  }
}

/** Ends the route with a refusal. */
export function refuse(reason: RefusalReason): never {
  throw new Refused(reason);
}

export const sendRefusal = (reply: FastifyReply, reason: RefusalReason, status?: number): FastifyReply =>
  reply.code(status ?? new Refused(reason).status).send({ reason });

/** What came in, in the form that the route expects; anything else is `malformed`. */
export function parsed<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  return result.success ? result.data : refuse('malformed');
}

const idForm = /^[A-Za-z0-9_-]{1,64}$/;

/** A part of the path that names something. */
export function idIn(params: unknown, name: string): string {
  const value = (params as Record<string, unknown>)[name];
  return typeof value === 'string' && idForm.test(value) ? value : refuse('malformed');
}
