// Makes elements. Text of the scan enters the page as text nodes and never as HTML.
const svgSpace = 'http://www.w3.org/2000/svg';
const make = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes, ...children) => fill(document.createElementNS(svgSpace, tag), attributes, children);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false)
      continue;
    if (typeof value === 'function')
      element.addEventListener(name, value);
    else
      element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

const many = (count, what) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
const words = name => name.replaceAll('-', ' ');
const badge = severity => make('span', { class: `badge ${severity}` }, severity);
const name = text => make('bdi', {}, text);

/** A bar of parts, each `[class, amount]`, out of a total. */
function bar(parts, total, width = 130, height = 12) {
  let x = 0;
  const fills = parts.map(([kind, amount]) => {
    const part = draw('rect', { class: `barfill ${kind}`, x, width: total > 0 ? amount / total * width : 0, height });
    x += total > 0 ? amount / total * width : 0;
    return part;
  });
  return draw('svg', { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    draw('rect', { class: 'bartrack', width, height }), fills);
}

const shapes = {
  model: 'M12 3l8 4.5v9L12 21l-8-4.5v-9zM12 12l8-4.5M12 12v9M12 12L4 7.5',
  server: 'M4 4h16v7H4zM4 13h16v7H4zM8 7.5h.01M8 16.5h.01',
  data: 'M4 6c0-4 16-4 16 0v12c0 4-16 4-16 0zM4 6c0 4 16 4 16 0M4 12c0 4 16 4 16 0',
  prompt: 'M4 5h16v11H10l-5 4v-4H4z',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  checks: 'M10 6h10M10 12h10M10 18h10M4 6l1 1 2-2M4 12l1 1 2-2M4 18l1 1 2-2',
  agent: 'M5 9h14v10H5zM12 9V5M9 14h.01M15 14h.01M2 13v3M22 13v3',
  tool: 'M14 7a4 4 0 0 1 5-4l-2.5 3 1.5 2 3-1a4 4 0 0 1-5 4L8 19a2 2 0 0 1-3-3z',
  plug: 'M9 3v6M15 3v6M6 9h12v3a6 6 0 0 1-12 0zM12 18v3',
  cloud: 'M7 18a4 4 0 0 1 0-8 5 5 0 0 1 10-1 4.5 4.5 0 0 1 0 9z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-7 8-7s8 2 8 7',
  key: 'M8 16a4 4 0 1 1 3.5-6H21v4h-3v3h-3v-3h-3.5A4 4 0 0 1 8 16z',
  flow: 'M4 5h6v4H4zM14 15h6v4h-6zM7 9v8h7',
  book: 'M6 3h13v18H6zM3 7h3M3 12h3M3 17h3M10 8h5',
  chart: 'M4 4h16v16H4zM8 16v-4M12 16V8M16 16v-6',
  window: 'M3 5h18v14H3zM3 9h18',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  branch: 'M7 4v16M17 4v5a4 4 0 0 1-4 4H7',
  laptop: 'M5 5h14v10H5zM2 19h20',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
};
const shapeOf = {
  model: 'model', 'model-endpoint': 'server', 'model-gateway': 'server', dataset: 'data', prompt: 'prompt', guardrail: 'shield',
  'eval-suite': 'checks', 'vector-store': 'data', agent: 'agent', tool: 'tool', 'mcp-server': 'plug', skill: 'tool', 'ai-service': 'cloud',
  identity: 'person', secret: 'key', pipeline: 'flow', notebook: 'book', 'model-registry': 'chart', 'experiment-tracker': 'chart',
  'data-store': 'data', application: 'window', workload: 'box', package: 'box', repository: 'branch', device: 'laptop', owner: 'person', internet: 'globe',
};
const icon = (kind, place) => draw('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', ...place },
  draw('path', { d: shapes[shapeOf[kind] ?? 'box'] }));
