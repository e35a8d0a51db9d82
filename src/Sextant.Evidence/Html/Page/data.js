// The scan document of this file, and what is looked up in it.
const scan = JSON.parse(document.getElementById('scan').textContent);
const ranks = ['info', 'low', 'medium', 'high', 'critical'];
const rank = severity => ranks.indexOf(severity);
const byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
const worstFirst = (a, b) => b.score - a.score || rank(b.severity) - rank(a.severity) || byText(a.id, b.id);

const findings = [...scan.findings].sort(worstFirst);
const paths = [...scan.paths].sort((a, b) => b.score - a.score || byText(a.id, b.id));
const assets = new Map(scan.assets.map(asset => [asset.id, asset]));
const findingById = new Map(findings.map(finding => [finding.id, finding]));
const findingsOf = groups(findings, finding => [finding.asset]);
const pathsOf = groups(paths, path => path.breaks);
const ruleById = new Map(scan.rules.map(rule => [rule.id, rule]));

let outgoing, incoming;

/** The relations that start and that end at an asset. */
function relationsOf(id) {
  outgoing ??= groups(scan.relations, relation => [relation.from]);
  incoming ??= groups(scan.relations, relation => [relation.to]);
  return [outgoing.get(id) ?? [], incoming.get(id) ?? []];
}

function groups(items, keysOf) {
  const found = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (found.has(key))
        found.get(key).push(item);
      else
        found.set(key, [item]);
    }
  }
  return found;
}

const kindOf = id => id.slice(0, id.indexOf(':'));
const nameOf = id => assets.get(id)?.name || id.slice(id.indexOf(':') + 1);
const worstOf = id => (findingsOf.get(id) ?? []).reduce((worst, finding) => Math.max(worst, rank(finding.severity)), -1);
const placeOf = evidence => evidence?.path ? evidence.path + (evidence.line ? `:${evidence.line}` : '') : '';

/** Whether a finding's fix cuts a step of an attack path. */
function cuts(path, step) {
  const [from, to] = step.forward === false ? [step.to, step.from] : [step.from, step.to];
  return path.breaks.some(id => findingById.get(id)?.breaks.some(cut => cut.from === from && cut.kind === step.relation && cut.to === to));
}

/** A search: items whose text holds all words that are typed. Texts are made once, when first searched. */
function search(items, textOf) {
  const texts = new Map();
  return query => {
    const terms = query.toLowerCase().split(/\s+/).filter(term => term);
    if (terms.length === 0)
      return items;
    return items.filter(item => {
      if (!texts.has(item))
        texts.set(item, textOf(item).join('\n').toLowerCase());
      return terms.every(term => texts.get(item).includes(term));
    });
  };
}
