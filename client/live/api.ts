import type { ApiError } from '../../shared/api.ts';
import type { RefusalReason } from '../../shared/refusals.ts';

export type ApiResult<T> = { ok: true; status: number; body: T } | { ok: false; reason: RefusalReason | 'offline' };

/** One call of the HTTP API; a refusal or a dead network is a value, never an exception. */
export async function call<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  ticket?: string,
  /** The answer comes also where the page is gone meanwhile. */
  keepalive = false,
): Promise<ApiResult<T>> {
  try {
    const response = await fetch(path, {
      method,
      keepalive,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(ticket && { authorization: `Bearer ${ticket}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = text ? (JSON.parse(text) as unknown) : {};
    if (response.ok) return { ok: true, status: response.status, body: parsed as T };
    return { ok: false, reason: (parsed as ApiError).reason ?? 'tryAgain' };
  } catch {
    return { ok: false, reason: 'offline' };
  }
}
