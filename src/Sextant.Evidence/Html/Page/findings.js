// The list of findings.
const findingLink = finding => make('a', { href: `#finding=${encodeURIComponent(finding.id)}` }, name(finding.title));
const assetLink = id => make('span', { class: 'named' }, icon(kindOf(id)),
  assets.has(id) ? make('a', { href: `#asset=${encodeURIComponent(id)}`, title: id }, name(nameOf(id))) : name(nameOf(id)));

function evidenceList(evidence) {
  return make('ul', { class: 'bare' }, evidence.map(e => make('li', { class: 'place' },
    make('span', {}, make('code', {}, placeOf(e) || e.collector), make('span', { class: 'muted small' },
      `  ${placeOf(e) ? `${e.collector}, ` : ''}${e.confidence}${e.commit ? `, in commit ${e.commit.slice(0, 12)}` : ''}`)),
    e.detail && make('code', { class: 'excerpt' }, e.detail))));
}

const part = (title, ...content) => make('div', {}, make('h3', { class: 'label' }, title), content);

function waterfall(finding) {
  let reached = 0;
  return make('table', { class: 'waterfall' }, make('caption', { class: 'hidden' }, 'Shares of the score'), make('tbody', {}, finding.factors.map(factor => {
    const from = reached;
    reached += factor.points;
    return make('tr', {}, make('th', { scope: 'row' }, name(factor.name)),
      make('td', {}, bar([['gone', Math.max(0, from)], ['', Math.max(0, factor.points)]], 100)),
      make('td', { class: 'num' }, `${factor.points > 0 ? '+' : ''}${factor.points}`), make('td', { class: 'muted small because' }, name(factor.because)));
  })));
}

function findingDetail(finding) {
  const broken = pathsOf.get(finding.id) ?? [];
  return make('div', { class: 'grid2' },
    make('div', { class: 'stack' },
      part('Why', make('ul', {}, finding.why.map(why => make('li', {}, name(why))))),
      finding.remediation.length > 0 && part(['How to fix it', finding.effort && [' · ', name(finding.effort)]], make('ol', {}, finding.remediation.map(step => make('li', {}, name(step))))),
      finding.evidence.length > 0 && part('Evidence', evidenceList(finding.evidence))),
    make('div', { class: 'stack' },
      finding.factors.length > 0 && part(`Score ${finding.score} of 100`, waterfall(finding)),
      part('Assets', make('ul', { class: 'bare' }, [...new Set([finding.asset, ...finding.path, ...finding.related])].map(id => make('li', {}, assetLink(id))))),
      broken.length > 0 && part('Breaks attack paths', make('ul', {}, broken.map(path => make('li', {}, make('a', { href: `#path=${encodeURIComponent(path.id)}` }, name(path.title)))))),
      finding.frameworks.length > 0 && part('Evidence for', finding.frameworks.map(id => make('span', { class: 'chip mono' }, id))),
      part('Identity', make('code', { class: 'muted' }, finding.id))));
}

const findingsTable = pagedTable({
  caption: 'Findings',
  columns: [
    { label: 'Severity', width: '104', compare: (a, b) => rank(b.severity) - rank(a.severity) || worstFirst(a, b) },
    { label: 'Finding', wide: true, compare: (a, b) => byText(a.title, b.title) || worstFirst(a, b) },
    { label: 'Asset', width: '250', compare: (a, b) => byText(nameOf(a.asset), nameOf(b.asset)) || worstFirst(a, b) },
    { label: 'Score', width: '80', number: true, compare: (a, b) => a.score - b.score || byText(b.id, a.id) },
  ],
  cells: finding => [
    badge(finding.severity),
    [make('button', { type: 'button', class: 'expand' }, name(finding.title)), make('p', { class: 'sub' }, name(finding.why[0] ?? ''))],
    assetLink(finding.asset),
    String(finding.score),
  ],
  detail: findingDetail,
  empty: findings.length === 0 ? 'No rule failed. Look under Coverage at what could not be assessed.' : 'No finding fits the filter.',
});

const chosen = new Set();
const findSearch = search(findings, f => [f.title, f.rule, f.id, f.asset, nameOf(f.asset), ...f.why, ...f.frameworks, ...f.evidence.map(placeOf)]);
const findText = searchField('Search findings, files, assets, frameworks', showFindings);
const findKind = kindField(findings.map(finding => kindOf(finding.asset)), showFindings);
const toggles = [...ranks].reverse().map(severity => make('button', {
  type: 'button', class: severity, 'aria-pressed': 'false',
  click: () => chooseSeverities(chosen.has(severity) ? [...chosen].filter(s => s !== severity) : [...chosen, severity]),
}, severity));

function chooseSeverities(severities) {
  chosen.clear();
  severities.forEach(severity => chosen.add(severity));
  toggles.forEach(toggle => toggle.setAttribute('aria-pressed', chosen.has(toggle.textContent)));
  showFindings();
}

function showFindings() {
  findingsTable.show(findSearch(findText.value).filter(finding =>
    (chosen.size === 0 || chosen.has(finding.severity)) && (findKind.value === '' || findKind.value === kindOf(finding.asset))));
}

function clearFindings() {
  findText.value = findKind.value = '';
  chooseSeverities([]);
}

const findingsSection = () => [
  make('div', { class: 'tools' }, findText, findKind, make('fieldset', { class: 'toggles' }, make('legend', { class: 'hidden' }, 'Severity'), toggles)),
  findingsTable.element,
];
