// Draws an attack path: boxes from left to right, in rows where there is not enough room, from top to bottom on a phone.
const box = { width: 176, height: 62, gap: 106, row: 46 };

const pictures = [];

function picture(path) {
  const figure = make('figure', {});
  pictures.push({ figure, path, width: 0 });
  return figure;
}

/** Draws the pictures that are on the page and whose width is new. */
function drawPictures() {
  for (const shown of pictures) {
    const width = Math.floor(shown.figure.clientWidth);
    if (width > 0 && width !== shown.width)
      shown.figure.replaceChildren(drawPath(shown.path, shown.width = width));
  }
}

function drawPath(path, width) {
  const ids = path.steps.length > 0 ? [path.steps[0].from, ...path.steps.map(step => step.to)] : [];
  const columns = Math.max(1, Math.min(ids.length, Math.floor((width + box.gap) / (box.width + box.gap))));
  const places = ids.map((_, i) => place(i, columns, width));
  const last = places.at(-1) ?? { y: 0, width: 0 };
  const full = columns === 1 ? width : columns * (box.width + box.gap) - box.gap;
  return draw('svg', { width: full + 2, height: last.y + box.height + 2, viewBox: `-1 -1 ${full + 2} ${last.y + box.height + 2}`, role: 'img', 'aria-label': describe(path) },
    path.steps.map((step, i) => drawStep(path, step, places[i], places[i + 1])),
    ids.map((id, i) => drawNode(id, places[i], i === 0 ? 'first' : i === ids.length - 1 ? 'last' : '')));
}

function place(index, columns, width) {
  if (columns === 1)
    return { x: 0, y: index * (box.height + box.row), width: Math.min(width - 2, 320) };
  return { x: index % columns * (box.width + box.gap), y: Math.floor(index / columns) * (box.height + box.row), width: box.width };
}

function drawNode(id, at, role) {
  const lines = wrap(nameOf(id), Math.floor((at.width - 46) / 7.9));
  const top = lines.length === 1 ? 27 : 20;
  return draw('g', { class: `node ${role}`, transform: `translate(${at.x} ${at.y})` },
    draw('title', {}, id),
    draw('rect', { width: at.width, height: box.height, rx: 9 }),
    icon(kindOf(id), { x: 11, y: 12, width: 20, height: 20 }),
    lines.map((line, i) => draw('text', { x: 39, y: top + i * 16 }, line)),
    draw('text', { class: 'kind', x: 39, y: top + lines.length * 16 }, words(kindOf(id))));
}

function drawStep(path, step, from, to) {
  const cut = cuts(path, step);
  const label = (cut ? '✂ ' : '') + (step.forward === false ? '← ' : '') + words(step.relation);
  const middle = box.height / 2;
  let line, tip, text, second;
  if (from.y === to.y) {
    const x = from.x + from.width, y = from.y + middle;
    line = `M${x + 3} ${y}H${to.x - 8}`;
    tip = `M${to.x - 2} ${y}l-8-4.5v9z`;
    text = { x: (x + to.x) / 2 - 2, y: y - 8, 'text-anchor': 'middle' };
    second = label.length > 14 ? { ...text, y: y + 17 } : undefined; // a long word pair stands around its arrow
  } else {
    const start = from.x + Math.min(from.width, box.width) / 2, end = to.x + Math.min(to.width, box.width) / 2;
    const y = from.y + box.height, bend = y + box.row / 2 - 2;
    line = start === end ? `M${start} ${y + 3}V${to.y - 8}` : `M${start} ${y + 3}V${bend}H${end}V${to.y - 8}`;
    tip = `M${end} ${to.y - 2}l-4.5-8h9z`;
    text = { x: end + 12, y: start === end ? bend + 5 : bend - 6 };
  }
  return draw('g', { class: cut ? 'edge cut' : 'edge' },
    draw('title', {}, step.because), draw('path', { d: line }), draw('path', { class: 'tip', d: tip }), labels(label, text, second));
}

function labels(label, first, second) {
  const space = label.lastIndexOf(' ');
  return second && space > 2 ? [draw('text', first, label.slice(0, space)), draw('text', second, label.slice(space + 1))] : draw('text', first, label);
}

function wrap(text, room) {
  const letters = [...text];
  if (letters.length <= room)
    return [text];
  const brake = letters.slice(0, room).findLastIndex(letter => ' -_/.'.includes(letter)) + 1;
  const first = brake > room / 2 ? brake : room;
  const rest = letters.slice(first);
  return [letters.slice(0, first).join(''), rest.length > room ? `${rest.slice(0, room - 1).join('').replace(/…$/, '')}…` : rest.join('')];
}

function describe(path) {
  const steps = path.steps.map(step => `${words(kindOf(step.from))} ${nameOf(step.from)} to ${words(kindOf(step.to))} ${nameOf(step.to)}`);
  return `Attack path in ${many(path.steps.length, 'step')}: ${steps.join(', then ')}.`;
}
