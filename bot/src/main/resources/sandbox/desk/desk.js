'use strict';

const API = '/sandbox/desk/api';

let open = null;
let shown = '';
let asking = null;
let skew = 0;

const $ = (id) => document.getElementById(id);

function make(tag, text, props = {}) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  return Object.assign(node, props);
}

function time(at) {
  return new Date(at).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai', hour12: false,
    month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit',
  });
}

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/* --- the clock --- */

function tick() {
  $('now').textContent = new Date(Date.now() + skew).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai', hour12: false, dateStyle: 'medium', timeStyle: 'short',
  });
}

function clock({ now, offset }) {
  skew = new Date(now) - Date.now();
  $('ahead').textContent = ahead(offset);
  tick();
}

function ahead(offset) {
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(offset) || [];
  const days = Math.floor((hours || 0) / 24);
  const parts = [[days, '天'], [(hours || 0) % 24, '小时'], [minutes || 0, '分']]
    .filter(([many]) => Number(many) > 0)
    .map(([many, unit]) => many + unit);
  return parts.length === 0 ? '' : '已拨快 ' + parts.join('');
}

async function forward(step) {
  const answer = await post('/sandbox/clock', { forward: step });
  if (answer.ok) clock(await answer.json());
  await refresh();
}

/* --- orders --- */

async function refresh() {
  const rows = await get(API + '/orders');
  if (open === null && rows.length > 0) open = rows[0].number;
  $('empty').hidden = rows.length > 0;
  $('orders').replaceChildren(...rows.map(row));
  if (open !== null && asking === null) {
    show(await get(API + '/orders/' + encodeURIComponent(open)));
  }
}

function stands(order) {
  const who = ACTORS[order.acts];
  return (STATES[order.state] || order.state) + (who ? ' · 等' + who : '');
}

function row(order) {
  const button = make('button', order.sponsor, { type: 'button' });
  button.dataset.number = order.number;
  button.setAttribute('aria-current', String(order.number === open));
  button.append(make('small', stands(order)), make('small', order.number + ' · ' + time(order.at)));
  button.addEventListener('click', () => {
    open = order.number;
    close();
    refresh();
  });
  const item = make('li');
  item.append(button);
  return item;
}

function show(details) {
  const now = JSON.stringify(details);
  if (now === shown) return;
  shown = now;
  const { row: order } = details;
  $('order').hidden = false;
  $('order').dataset.state = order.state;
  $('title').textContent = order.sponsor;
  $('state').textContent = stands(order)
    + (order.deadline ? ' · 截止 ' + time(order.deadline) : '');
  $('about').textContent =
    [order.number, TYPES[order.type] || order.type, '第 ' + details.version + ' 版'].join(' · ');
  $('decisions').replaceChildren(...groups(details));
  const wrong = new Map(details.errors.map((each) => [each.field, each]));
  $('fields').replaceChildren(...details.fields.map((each) => field(each, wrong)));
  $('materials').replaceChildren(...details.materials.map((each) => slot(each, wrong)));
  $('numbers').replaceChildren(...Object.values(details.numbers).map((each) => make('p', each)));
  list('errors', '整体意见', details.errors.filter((each) => each.field === ''), (each) =>
    (each.code === 'reviewer' ? '' : each.code + ' ') + each.text);
  list('verifiers', '短信核验', details.verifiers, (each) =>
    (each.done ? '✓ ' : '○ ') + each.name + ' ' + each.mobile + (each.done ? ' 已完成' : ' 未完成'));
  list('texts', '已发提醒短信', details.texts, (each) =>
    time(each.at) + ' → ' + each.mobile + '\n' + each.text);
  $('history').replaceChildren(...details.history.map((each) => make('li',
    (each.event ? EVENTS[each.event] + ' → ' : '') + (STATES[each.state] || each.state)
      + ' · ' + time(each.at) + (each.pushed ? '' : ' · 待通知'))));
}

function list(id, title, rows, words) {
  const items = make('ul');
  items.append(...rows.map((each) => make('li', words(each))));
  $(id).replaceChildren(...(rows.length === 0 ? [] : [make('h3', title), items]));
}

/* Decisions by who makes them, in the order in which the order meets them. */
function groups(details) {
  return Object.keys(ACTORS)
    .map((actor) => [actor, details.decisions.filter((each) => each.by === actor)])
    .filter(([, choices]) => choices.length > 0)
    .map(([actor, choices]) => {
      const group = make('div', undefined, { className: 'group' });
      const buttons = make('div', undefined, { className: 'row' });
      buttons.append(...choices.map((each) => decision(each, details)));
      group.append(make('span', ACTORS[actor], { className: 'who' }), buttons);
      return group;
    });
}

function decision(choice, details) {
  const name = EVENTS[choice.event] || choice.event;
  const button = make('button', choice.name ? choice.name + ' ' + name : name, { type: 'button' });
  button.dataset.event = choice.event;
  if (choice.person) button.dataset.person = choice.person;
  if (choice.reasons !== 'NONE') button.className = 'back';
  if (choice.by === 'TIMER' || choice.event === 'SMS_RUNS_OUT' || choice.event === 'INTERFACE_BUSY') {
    button.className = 'plain';
  }
  button.addEventListener('click', () => choice.reasons === 'NONE'
    ? decide({ event: choice.event, person: choice.person, errors: [] })
    : ask(choice, details));
  return button;
}

function field(each, wrong) {
  const line = make('tr');
  const value = make('td', each.value);
  mark(each.path, wrong, line, value);
  line.append(make('td', each.label, { title: each.path }), value);
  return line;
}

function mark(path, wrong, node, at) {
  if (!wrong.has(path)) return;
  const { code, text, suggest } = wrong.get(path);
  node.classList.add('wrong');
  at.append(make('div', '退回原因：' + (/^\d+$/.test(code) ? code + ' ' : '') + text));
  if (suggest) at.append(make('div', '建议：' + suggest));
}

function slot(each, wrong) {
  const figure = make('figure');
  const pictures = make('div');
  for (const sha256 of each.pictures) {
    pictures.append(make('img', undefined,
      { src: API + '/materials/' + sha256, alt: each.label, loading: 'lazy' }));
  }
  const caption = make('figcaption', each.label);
  mark(each.path, wrong, figure, caption);
  figure.append(caption, pictures);
  return figure;
}

/* --- reasons --- */

function ask(choice, details) {
  const proofs = choice.reasons.startsWith('PICTURES');
  asking = {
    choice,
    paths: proofs ? details.materials.filter((each) => each.proves)
      : [...details.fields, ...details.materials],
  };
  $('asked').textContent = EVENTS[choice.event];
  $('hint').textContent = ASKED[choice.reasons];
  $('coded').hidden = choice.reasons !== 'CODE';
  $('more').hidden = choice.reasons === 'CODE';
  $('free').hidden = choice.reasons !== 'FIELDS';
  $('opinion').value = '';
  $('code').replaceChildren(...CODES.map(([code, text]) =>
    make('option', code + ' ' + text, { value: code })));
  $('confirm').textContent = EVENTS[choice.event];
  $('picked').replaceChildren(reason());
  $('reasons').hidden = false;
  if (choice.reasons === 'CODE') coded();
  $('reasons').querySelector('select, textarea').focus();
}

function reason() {
  const line = make('div', undefined, { className: 'pick' });
  const path = make('select');
  path.setAttribute('aria-label', '要修改的项目');
  path.append(make('option', '选一项…', { value: '' }), ...asking.paths.map((each) =>
    make('option', each.label, { value: each.path, title: each.path })));
  const text = make('input', undefined, { type: 'text', placeholder: '原因', maxLength: 1024 });
  text.setAttribute('aria-label', '退回原因');
  text.dataset.part = 'text';
  const suggest = make('input', undefined, { type: 'text', placeholder: '建议改成（可不填）', maxLength: 255 });
  suggest.setAttribute('aria-label', '建议的内容');
  suggest.dataset.part = 'suggest';
  suggest.hidden = asking.choice.reasons !== 'FIELDS';
  line.append(path, text, suggest);
  return line;
}

/* The bureau's short text stands in until somebody writes another. */
function coded() {
  const [, text] = CODES.find(([code]) => code === $('code').value);
  $('picked').querySelector('[data-part=text]').value = text;
}

function reasons() {
  const numbered = asking.choice.reasons === 'CODE';
  const errors = [...$('picked').children]
    .map((line) => ({
      field: line.querySelector('select').value,
      text: line.querySelector('[data-part=text]').value.trim(),
      suggest: line.querySelector('[data-part=suggest]').value.trim(),
    }))
    .filter((each) => numbered || each.field !== '')
    .map((each) => ({ ...each, text: each.text || '请核对并修改' }))
    .map((each) => (numbered ? { ...each, code: $('code').value } : each));
  const opinion = $('opinion').value.trim();
  return opinion === '' ? errors : [...errors, { field: '', text: opinion }];
}

function close() {
  asking = null;
  $('reasons').hidden = true;
}

async function decide(ruling) {
  const answer = await post(API + '/orders/' + encodeURIComponent(open) + '/decisions', ruling);
  $('message').textContent = answer.ok ? ''
    : answer.status === 422 ? '请选一项并写明原因。'
      : answer.status === 409 ? '订单已经往前走了，请看最新状态。' : '没有成功，请再试一次。';
  if (answer.ok || answer.status === 409) close();
  await refresh();
}

$('reasons').addEventListener('submit', (event) => {
  event.preventDefault();
  const { choice } = asking;
  if (choice.reasons === 'CODE' && $('code').value === '901') {
    decide({ event: 'INTERFACE_BUSY', errors: [] });
  } else {
    decide({ event: choice.event, errors: reasons() });
  }
});

$('code').addEventListener('change', coded);
$('more').addEventListener('click', () => $('picked').append(reason()));
$('cancel').addEventListener('click', () => { close(); refresh(); });
$('forward').append(...STEPS.map(([step, name]) => {
  const button = make('button', name, { type: 'button', className: 'plain' });
  button.dataset.forward = step;
  button.addEventListener('click', () => forward(step));
  return button;
}));

async function look() {
  await Promise.allSettled([refresh(), get('/sandbox/clock').then(clock)]);
}

look();
setInterval(look, 2000);
