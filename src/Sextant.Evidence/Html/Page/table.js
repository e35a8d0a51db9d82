// A table that shows a page of its rows at a time, so that it stays quick with many thousands. Rows open to show more.
function pagedTable({ caption, columns, cells, detail, empty }) {
  let items = [], page = 0, size = 50, sorted = null, descending = false;
  const open = new Set();
  const head = make('tr', {});
  const body = make('tbody', {});
  const pager = make('nav', { class: 'pager', 'aria-label': `Pages of ${caption}` });
  const element = make('div', { class: 'panel list' },
    make('div', { class: 'scroll' }, make('table', {}, make('caption', { class: 'hidden' }, caption), columns.map(c => make('col', { width: c.width })), make('thead', {}, head), body)), pager);

  function header() {
    head.replaceChildren(...columns.map(column => make('th', {
      scope: 'col',
      class: column.number && 'num',
      'aria-sort': sorted === column && (descending ? 'descending' : 'ascending'),
    }, column.compare ? make('button', { type: 'button', click: () => sort(column) }, column.label, sorted === column && (descending ? ' ↓' : ' ↑')) : column.label)));
  }

  function sort(column) {
    descending = sorted === column ? !descending : Boolean(column.number);
    sorted = column;
    page = 0;
    header();
    render();
  }

  function ordered() {
    return sorted ? [...items].sort((a, b) => descending ? sorted.compare(b, a) : sorted.compare(a, b)) : items;
  }

  function render() {
    const pages = Math.max(1, Math.ceil(items.length / size));
    page = Math.min(page, pages - 1);
    const shown = ordered().slice(page * size, (page + 1) * size);
    body.replaceChildren(...(shown.length > 0 ? shown.flatMap(rows) : [make('tr', {}, make('td', { class: 'empty wide', colspan: columns.length }, empty))]));
    pager.hidden = pages === 1;
    pager.replaceChildren(
      `${(page * size + 1).toLocaleString('en')} to ${Math.min(items.length, (page + 1) * size).toLocaleString('en')} of ${items.length.toLocaleString('en')}`,
      make('button', { type: 'button', disabled: page === 0, click: () => turn(-1) }, 'Previous'),
      make('button', { type: 'button', disabled: page === pages - 1, click: () => turn(1) }, 'Next'));
  }

  function turn(by) {
    page += by;
    render();
    element.scrollIntoView({ block: 'start' });
  }

  function rows(item) {
    const isOpen = open.has(item);
    const row = make('tr', { class: detail && `row${isOpen ? ' open' : ''}` }, cells(item).map((cell, i) =>
      make('td', { class: [columns[i].number && 'num', columns[i].wide && 'wide'].filter(c => c).join(' ') || null }, cell)));
    if (!detail)
      return [row];
    const button = row.querySelector('.expand');
    button.setAttribute('aria-expanded', isOpen);
    row.addEventListener('click', event => {
      if (!event.target.closest('a') && (event.target.closest('.expand') || getSelection().isCollapsed))
        toggle(item, row, button);
    });
    return isOpen ? [row, detailRow(item)] : [row];
  }

  function toggle(item, row, button) {
    const opening = !open.has(item);
    if (opening) {
      open.add(item);
      row.after(detailRow(item));
    } else {
      open.delete(item);
      row.nextElementSibling.remove();
    }
    row.classList.toggle('open', opening);
    button.setAttribute('aria-expanded', opening);
  }

  const detailRow = item => make('tr', { class: 'detail' }, make('td', { colspan: columns.length }, detail(item)));

  header();
  return {
    element,
    show(shown) {
      items = shown;
      page = 0;
      render();
    },
    resize(rowsAPage) {
      size = rowsAPage;
      render();
    },
    reveal(item) {
      const at = ordered().indexOf(item);
      if (at < 0)
        return false;
      page = Math.floor(at / size);
      open.add(item);
      render();
      const row = body.querySelectorAll('.row')[at % size];
      row.scrollIntoView({ block: 'start' });
      row.querySelector('.expand').focus({ preventScroll: true });
      return true;
    },
  };
}

/** A search field. */
function searchField(label, changed) {
  let wait;
  const input = make('input', {
    type: 'search', placeholder: label, 'aria-label': label, autocomplete: 'off', spellcheck: 'false',
    input: () => {
      clearTimeout(wait);
      wait = setTimeout(changed, 120);
    },
  });
  return input;
}

/** A choice among kinds of asset, with how many there are of each. */
function kindField(kinds, changed) {
  const counts = new Map();
  for (const kind of kinds)
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return make('select', { 'aria-label': 'Kind of asset', change: changed }, make('option', { value: '' }, 'All kinds'),
    [...counts].sort((a, b) => byText(a[0], b[0])).map(([kind, count]) => make('option', { value: kind }, `${words(kind)} (${count})`)));
}
