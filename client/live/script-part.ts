import type { Script } from '../../shared/script.ts';

/** The phone's part of the script, immutable under its hash: the browser keeps it. */
export async function fetchScript(hash: string): Promise<Script> {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(`/api/scripts/${hash}`);
      if (!response.ok) throw new Error(`script: ${response.status}`);
      return (await response.json()) as Script;
    } catch (error) {
      if (attempt >= 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(4_000, 250 * 2 ** attempt)));
    }
  }
}
