import type { SavedScript, ScriptLimits, ScriptSaved } from '../store.ts';

type Version = SavedScript & { yaml: string };
const withoutText = ({ yaml: _, ...saved }: Version): SavedScript => saved;

/** Facilitators' own scripts, in memory. */
export function buildMemoryScripts(isHere: (facilitator: string) => boolean) {
  const kept = new Map<string, Version[]>();
  const deleted = new Set<string>();
  const lastOf = (script: string) => kept.get(script)?.at(-1);
  const list = (owner?: string): SavedScript[] =>
    [...kept.keys()]
      .sort()
      .flatMap((script) => lastOf(script) ?? [])
      .filter((one) => (owner ?? one.owner) === one.owner)
      .map(withoutText);
  const remove = (script: string): void => {
    kept.delete(script);
    deleted.add(script);
  };

  return {
    save(saved: Version, most: ScriptLimits): ScriptSaved {
      const { script, version, owner } = saved;
      if (deleted.has(script) || !isHere(owner)) return 'gone';
      const known = lastOf(script);
      if (known && (version !== known.version + 1 || owner !== known.owner)) return 'changed';
      if (!known && list(owner).length >= most.scripts) return 'tooMany';
      if (!known && kept.size >= most.ofAll) return 'full';
      const versions = [...(kept.get(script) ?? []), { ...saved, yaml: saved.yaml.toWellFormed() }];
      kept.set(script, versions.slice(-most.versions));
      return 'saved';
    },
    list,
    versions: (script: string) => (kept.get(script) ?? []).map(withoutText),
    text: (script: string, version: number) => kept.get(script)?.find((one) => one.version === version)?.yaml,
    remove,
    removeOf(owner: string): void {
      for (const { script } of list(owner)) remove(script);
    },
    give(from: string, to: string): void {
      for (const { script } of list(from))
        kept.set(
          script,
          (kept.get(script) ?? []).map((one) => ({ ...one, owner: to })),
        );
    },
  };
}
