import type { FastifyInstance } from 'fastify';
import type { CheckFinding } from '../../shared/check-up.ts';
import type { Keeping } from '../check-up/backup-facts.ts';
import { checkUp } from '../check-up/register.ts';
import type { House } from '../house.ts';
import { administratorIn } from './desk-guard.ts';

/** The operator's self-check, for administrators; those who ask at the same time get one look. */
export function checkUpRoutes(app: FastifyInstance, house: House, keeping: Keeping): void {
  let looking: Promise<CheckFinding[]> | undefined;

  app.get('/api/check-up', async (request) => {
    await administratorIn(house, request);
    looking ??= checkUp(house, keeping).finally(() => {
      looking = undefined;
    });
    return looking;
  });
}
