import type { Item, ItemSet, Script } from '../../shared/script.ts';
import { type Finding, finding, shown } from './problem.ts';

/** Another script's set goes by the name "script-id/set-id". */
type Find = (scriptId: string) => Script | undefined;

/** The script with the items of other scripts' sets copied in (`from` is gone then), and the references that lead nowhere. */
export function takeOver(script: Script, find: Find): { script: Script; findings: Finding[] } {
  const findings: Finding[] = [];
  const itemSets = script.itemSets.map((set, at) => {
    if (set.from === undefined) return set;
    const source = setNamed(set.from, find);
    if (source) return copied(set, source, script);
    findings.push(
      finding(
        ['itemSets', at, 'from'],
        `"${shown(set.from)}" is niet gevonden. Noem een set met eigen items, als draaiboek-id/set-id, en plaats ook dat draaiboek.`,
        `"${shown(set.from)}" was not found. Name a set with items of its own, as script-id/set-id, and place that script too.`,
      ),
    );
    return set;
  });
  return { script: { ...script, itemSets }, findings };
}

function setNamed(name: string, find: Find): ItemSet | undefined {
  const [scriptId = '', setId] = name.split('/');
  const set = find(scriptId)?.itemSets.find(({ id }) => id === setId);
  return set && set.items.length > 0 ? set : undefined;
}

function copied({ from: _, ...set }: ItemSet, source: ItemSet, script: Script): ItemSet {
  const citation = set.citation ?? source.citation;
  return { ...set, ...(citation && { citation }), items: source.items.map((item) => atHome(item, script)) };
}

/** An item keeps its subgroup only where that subgroup exists. */
function atHome(item: Item, script: Script): Item {
  if (script.subgroups?.names.some(({ id }) => id === item.subgroup)) return item;
  const { subgroup: _, ...rest } = item;
  return rest;
}
