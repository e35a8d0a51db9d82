// The list of assets.
const valueOf = value => Array.isArray(value) ? value.map(member => make('span', { class: 'chip mono' }, member)) : make('code', {}, String(value));

function facetTable(asset) {
  const rows = Object.entries(asset.properties).map(([property, value]) => {
    const others = (asset.conflicts?.[property] ?? []).map(other => make('p', { class: 'muted small' }, 'also seen: ', valueOf(other.value), ' ', make('code', {}, placeOf(asset.evidence[other.source]))));
    const source = asset.evidence[asset.sources?.[property]];
    return make('tr', {}, make('th', { scope: 'row' }, property), make('td', {}, valueOf(value), others), make('td', {}, make('code', { class: 'muted' }, placeOf(source) || source?.collector || '')));
  });
  return make('div', { class: 'scroll' }, make('table', {}, make('thead', {}, make('tr', {}, ['Facet', 'Value', 'Seen at'].map(label => make('th', { scope: 'col' }, label)))), make('tbody', {}, rows)));
}

function relationList(relations, end, arrow) {
  const most = 100;
  return make('ul', { class: 'bare' },
    relations.slice(0, most).map(relation => make('li', {}, make('span', { class: 'muted' }, `${arrow} ${words(relation.kind)} `), assetLink(relation[end]), make('p', { class: 'muted small' }, name(relation.because)))),
    relations.length > most && make('li', { class: 'muted' }, `and ${relations.length - most} more`));
}

function assetDetail(asset) {
  const [out, into] = relationsOf(asset.id);
  const wrong = findingsOf.get(asset.id) ?? [];
  return make('div', { class: 'grid2' },
    make('div', { class: 'stack' },
      Object.keys(asset.properties).length > 0 && part('Facets', facetTable(asset)),
      part('Evidence', evidenceList(asset.evidence.slice(0, 100)), asset.evidence.length > 100 && make('p', { class: 'muted' }, `and ${asset.evidence.length - 100} more`)),
      part('Identity', make('ul', { class: 'bare' }, [asset.id, ...asset.aliases].map(id => make('li', {}, make('code', { class: 'muted' }, id)))))),
    make('div', { class: 'stack' },
      wrong.length > 0 && part('Findings', make('ul', { class: 'bare' }, wrong.map(finding => make('li', {}, badge(finding.severity), ' ', findingLink(finding))))),
      out.length > 0 && part('Relations from it', relationList(out, 'to', '→')),
      into.length > 0 && part('Relations to it', relationList(into, 'from', '←'))));
}

const inventoryTable = pagedTable({
  caption: 'Assets',
  columns: [
    { label: 'Asset', wide: true, compare: (a, b) => byText(a.name, b.name) || byText(a.id, b.id) },
    { label: 'Kind', width: '170', compare: (a, b) => byText(a.kind, b.kind) || byText(a.name, b.name) },
    { label: 'Seen at', width: '300', compare: (a, b) => byText(placeOf(a.evidence[0]), placeOf(b.evidence[0])) },
    { label: 'Findings', width: '130', number: true, compare: (a, b) => worstOf(a.id) - worstOf(b.id) || (findingsOf.get(a.id)?.length ?? 0) - (findingsOf.get(b.id)?.length ?? 0) },
  ],
  cells: asset => [
    [make('button', { type: 'button', class: 'expand' }, name(asset.name || asset.id)), make('p', { class: 'sub mono' }, asset.id)],
    make('span', { class: 'named' }, icon(asset.kind), words(asset.kind)),
    make('code', { class: 'muted' }, placeOf(asset.evidence[0]) || asset.evidence[0].collector),
    worstOf(asset.id) >= 0 ? [badge(ranks[worstOf(asset.id)]), ` ${findingsOf.get(asset.id).length}`] : make('span', { class: 'muted' }, '–'),
  ],
  detail: assetDetail,
  empty: scan.assets.length === 0 ? 'No AI was found in what was looked at.' : 'No asset fits the filter.',
});

const assetSearch = search(scan.assets, asset => [asset.name, asset.id, ...asset.aliases, ...Object.values(asset.properties).map(String), ...asset.evidence.map(placeOf)]);
const assetText = searchField('Search assets, facets, files', showAssets);
const assetKind = kindField(scan.assets.map(asset => asset.kind), showAssets);

function showAssets() {
  inventoryTable.show(assetSearch(assetText.value).filter(asset => assetKind.value === '' || assetKind.value === asset.kind));
}

function clearAssets(kind = '') {
  assetText.value = '';
  assetKind.value = kind;
  showAssets();
}

const inventorySection = () => [make('div', { class: 'tools' }, assetText, assetKind), inventoryTable.element];
