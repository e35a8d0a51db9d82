// Puts the page together.
const sections = [
  ['summary', 'Summary', null, summarySection],
  ['paths', 'Attack paths', paths.length, pathsSection],
  ['findings', 'Findings', findings.length, findingsSection],
  ['inventory', 'Inventory', scan.assets.length, inventorySection],
  ['coverage', 'Coverage', null, coverageSection],
  ['suppressed', 'Suppressed', scan.suppressed.length, suppressedSection],
];

function headline() {
  const counts = [...ranks].reverse().filter(severity => scan.summary.severities[severity] > 0).map(severity => `${scan.summary.severities[severity].toLocaleString('en')} ${severity}`);
  const unknown = scan.coverage.notAssessed.length > 0 ? ` ${many(scan.coverage.notAssessed.length, 'check')} could not be assessed.` : '';
  return `${counts.length > 0 ? `${counts.join(', ')} in ${many(findings.length, 'finding')}` : 'No findings'}; ${many(paths.length, 'attack path')}.${unknown}`;
}

function build() {
  const count = number => number === null ? null : make('span', { class: 'count' }, number.toLocaleString('en'));
  document.getElementById('nav').append(...sections.map(([id, title, number]) => make('a', { href: `#${id}` }, title, count(number))));
  document.getElementById('main').replaceChildren(
    make('h1', {}, 'AI security posture of ', scan.targets.length > 0 ? scan.targets.map((target, i) => [i > 0 && ', ', name(target)]) : 'nothing'),
    make('p', { class: 'lead' }, headline(), scan.time ? ` Scanned ${scan.time.replace('T', ' ').replace('Z', ' UTC')}.` : ''),
    ...sections.map(([id, title, number, content]) => make('section', { id, 'aria-labelledby': `${id}-title` },
      make('header', {}, make('h2', { id: `${id}-title`, class: id === 'summary' && 'hidden' }, title), number !== null && make('span', { class: 'muted' }, number.toLocaleString('en'))), content())));
  document.getElementById('footer').append(name(`${scan.tool.name} ${scan.tool.version} · rules ${scan.tool.rules} · catalog ${scan.tool.catalog}`),
    ' · This file asks nothing of any network; it holds the whole scan document.');
  showFindings();
  showAssets();
}

/** Goes to what the address names: `#finding=…`, `#asset=…`, `#path=…`. */
function follow() {
  const [what, ...rest] = location.hash.slice(1).split('=');
  let id;
  try {
    id = decodeURIComponent(rest.join('='));
  } catch {
    return;
  }
  if (what === 'finding' && findingById.has(id) && !findingsTable.reveal(findingById.get(id))) {
    clearFindings();
    findingsTable.reveal(findingById.get(id));
  } else if (what === 'asset' && assets.has(id) && !inventoryTable.reveal(assets.get(id))) {
    clearAssets();
    inventoryTable.reveal(assets.get(id));
  } else if (what === 'path') {
    showPath(paths.find(path => path.id === id));
  }
}

function remembered(theme) {
  try {
    if (theme)
      localStorage.setItem('sextant-theme', theme);
    return localStorage.getItem('sextant-theme');
  } catch {
    return null; // a browser may forbid a file to remember anything
  }
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
let picked = remembered();
const currentTheme = () => picked ?? (dark.matches ? 'dark' : 'light');
setTheme(currentTheme());
dark.addEventListener('change', () => setTheme(currentTheme()));
document.getElementById('theme').addEventListener('click', () => {
  picked = currentTheme() === 'dark' ? 'light' : 'dark';
  remembered(picked);
  setTheme(picked);
});
document.getElementById('save').addEventListener('click', () => {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(scan, null, 2)}\n`], { type: 'application/json' }));
  make('a', { href: url, download: 'sextant.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.target.closest('input, select, textarea')) {
    event.preventDefault();
    findText.focus();
  }
});
addEventListener('hashchange', follow);
addEventListener('resize', drawPictures);
addEventListener('beforeprint', () => {
  document.documentElement.dataset.theme = 'light'; // paper is white
  [findingsTable, inventoryTable].forEach(table => table.resize(500));
});
addEventListener('afterprint', () => {
  setTheme(currentTheme());
  [findingsTable, inventoryTable].forEach(table => table.resize(50));
});
build();
drawPictures();
follow();
