// The summary, the attack paths, what was covered and what is suppressed.
function summarySection() {
  const counts = scan.summary.severities;
  return [
    make('div', { class: 'severities' }, [...ranks].reverse().map(severity => make('button', {
      type: 'button', class: `${severity}${counts[severity] ? '' : ' none'}`,
      click: () => {
        clearFindings();
        chooseSeverities([severity]);
        document.getElementById('findings').scrollIntoView();
      },
    }, make('span', { class: 'value' }, counts[severity].toLocaleString('en')), make('span', { class: 'label' }, severity)))),
    make('div', { class: 'grid2' },
      make('div', { class: 'panel' }, make('h3', {}, 'Fix these first'), fixList()),
      make('div', { class: 'panel' }, make('h3', {}, many(scan.assets.length, 'asset')), kindList())),
  ];
}

function fixList() {
  const fixes = scan.summary.fixes.filter(fix => findingById.has(fix.finding)).slice(0, 6);
  if (fixes.length === 0)
    return make('p', { class: 'empty' }, 'Nothing to fix.');
  return make('ol', { class: 'fixes' }, fixes.map(fix => {
    const finding = findingById.get(fix.finding);
    return make('li', {}, make('div', {}, make('p', {}, name(finding.remediation[0] ?? finding.title)),
      make('p', { class: 'small muted' }, badge(finding.severity), ' ', name(nameOf(finding.asset)), ' · closes ', many(fix.closes.length, 'finding'),
        fix.breaks.length > 0 && ` and breaks ${many(fix.breaks.length, 'attack path')}`, finding.effort && [' · ', name(finding.effort)], ' · ', make('a', { href: `#finding=${encodeURIComponent(finding.id)}` }, 'details'))));
  }));
}

const kindList = () => make('div', { class: 'kinds' }, Object.entries(scan.summary.kinds).map(([kind, count]) => make('button', {
  type: 'button',
  click: () => {
    clearAssets(kind);
    document.getElementById('inventory').scrollIntoView();
  },
}, icon(kind), words(kind), make('span', { class: 'value' }, count.toLocaleString('en')))));

const pathId = path => `path-${paths.indexOf(path)}`;
let showPath = () => undefined;

function pathsSection() {
  const list = make('div', {});
  const more = make('button', { type: 'button', click: () => show(10) });
  let shown = 0;
  const show = count => {
    list.append(...paths.slice(shown, shown + count).map(drawCard));
    shown = Math.min(paths.length, shown + count);
    more.hidden = shown === paths.length;
    drawPictures();
    more.textContent = `Show more (${paths.length - shown} left)`;
  };
  showPath = path => {
    show(Math.max(0, paths.indexOf(path) + 1 - shown));
    document.getElementById(pathId(path))?.scrollIntoView();
  };
  show(5);
  return paths.length > 0 ? [list, more] : make('div', { class: 'panel empty' }, 'No way from the outside to something that matters was found in what was read.');
}

function drawCard(path) {
  const cut = path.breaks.filter(id => findingById.has(id)).map(id => findingById.get(id));
  return make('article', { class: 'panel path', id: pathId(path) },
    make('header', {}, make('h3', {}, name(path.title)), make('span', { class: `badge ${path.score >= 70 ? 'critical' : path.score >= 40 ? 'high' : 'medium'}` }, `Score ${path.score}`)),
    make('div', { class: 'body' }, picture(path),
      make('ol', {}, path.steps.map(step => make('li', {}, make('b', {}, name(nameOf(step.from))), ' → ', make('b', {}, name(nameOf(step.to))), ': ', name(step.because)))),
      cut.length > 0 && make('p', { class: 'small' }, '✂ Broken by fixing: ', cut.map((finding, i) => [i > 0 && ', ', findingLink(finding), ' (', name(nameOf(finding.asset)), ')']))));
}

function coverageSection() {
  const read = scan.coverage.read;
  const meter = (label, amount, total) => make('div', {}, make('p', { class: 'line' }, make('span', {}, label), make('span', { class: 'num' }, `${amount.toLocaleString('en')} of ${total.toLocaleString('en')}`)), bar([['', amount]], total, 400, 8));
  const checks = scan.tallies.reduce((sum, tally) => [sum[0] + tally.fail + tally.pass, sum[1] + tally.fail + tally.pass + tally.notAssessed], [0, 0]);
  return make('div', { class: 'stack' },
    make('div', { class: 'grid2' },
      make('div', { class: 'panel meters' }, make('h3', {}, 'What was looked at'),
        meter('Files read', read.filesRead, read.filesSeen), meter('Files understood by an inspector', read.filesInspected, read.filesRead), meter('Checks assessed', checks[0], checks[1]),
        make('p', { class: 'muted small' }, `${(read.bytesRead / 1048576).toFixed(1)} MB read; ${many(read.commits, 'commit')} of history with ${many(read.blobs, 'version')} of files.`,
          Object.entries(read.filesSkipped).map(([reason, count], i) => [i === 0 ? ' Left out: ' : ', ', name(reason), ` ${count.toLocaleString('en')}`]))),
      make('div', { class: 'panel stack' }, make('h3', {}, 'What failed and what was not read'),
        scan.coverage.errors.length + scan.coverage.gaps.length === 0 && make('p', { class: 'muted' }, 'Nothing.'),
        scan.coverage.errors.length > 0 && make('ul', { class: 'errors' }, scan.coverage.errors.slice(0, 50).map(error => make('li', {}, name(error)))),
        scan.coverage.gaps.length > 0 && make('details', {}, make('summary', {}, many(scan.coverage.gaps.length, 'gap')), make('ul', {}, scan.coverage.gaps.slice(0, 500).map(gap => make('li', {}, make('code', {}, gap.scope), ': ', name(gap.reason))))))),
    notAssessedTable(), talliesTable());
}

function notAssessedTable() {
  const entries = groups(scan.coverage.notAssessed, entry => [JSON.stringify([entry.rule, entry.reason])]);
  const table = pagedTable({
    caption: 'Not assessed',
    columns: [{ label: 'Not assessed: neither passed nor failed', wide: true }, { label: 'Assets', width: '90', number: true, compare: (a, b) => a.length - b.length }],
    cells: group => [[make('button', { type: 'button', class: 'expand' }, name(ruleById.get(group[0].rule)?.title ?? group[0].rule)), make('p', { class: 'sub' }, name(group[0].reason))], String(group.length)],
    detail: group => make('div', { class: 'stack' }, make('p', {}, name(group[0].reason)), make('ul', { class: 'bare' }, group.slice(0, 100).map(entry => make('li', {}, assetLink(entry.asset)))), group.length > 100 && make('p', { class: 'muted' }, `and ${group.length - 100} more`)),
    empty: 'Every check that applied was assessed.',
  });
  table.show([...entries.values()].sort((a, b) => b.length - a.length));
  return table.element;
}

function talliesTable() {
  const all = tally => tally.fail + tally.pass + tally.notAssessed;
  const table = pagedTable({
    caption: 'Rules',
    columns: [
      { label: 'Rule', wide: true, compare: (a, b) => byText(a.rule, b.rule) },
      { label: 'Result', width: '170' },
      { label: 'Fail', width: '80', number: true, compare: (a, b) => a.fail - b.fail },
      { label: 'Pass', width: '80', number: true, compare: (a, b) => a.pass - b.pass },
      { label: 'Not assessed', width: '120', number: true, compare: (a, b) => a.notAssessed - b.notAssessed },
    ],
    cells: tally => [
      [name(ruleById.get(tally.rule)?.title ?? tally.rule), ruleById.has(tally.rule) && make('p', { class: 'muted small mono' }, tally.rule)],
      all(tally) > 0 ? bar([['fail', tally.fail], ['pass', tally.pass], ['unknown', tally.notAssessed]], all(tally), 140, 10) : make('span', { class: 'muted small' }, 'nothing to ask about'),
      ...[[tally.fail, 'fail'], [tally.pass, 'pass'], [tally.notAssessed, 'not assessed']].map(([count, what]) => [String(count), make('span', { class: 'hidden' }, ` ${what}`)]),
    ],
    empty: 'No rule ran.',
  });
  table.show(scan.tallies);
  return table.element;
}

function suppressedSection() {
  const table = pagedTable({
    caption: 'Suppressed findings',
    columns: [{ label: 'Severity', width: '104' }, { label: 'Finding', wide: true }, { label: 'Reason', width: '300' }, { label: 'Suppressed in', width: '190' }],
    cells: entry => [badge(entry.finding.severity), make('button', { type: 'button', class: 'expand' }, name(entry.finding.title)), name(entry.reason), make('code', { class: 'muted' }, entry.source)],
    detail: entry => findingDetail(entry.finding),
    empty: 'Nothing is suppressed.',
  });
  table.show([...scan.suppressed].sort((a, b) => worstFirst(a.finding, b.finding)));
  return table.element;
}
