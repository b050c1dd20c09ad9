'use strict';

const API = '/sandbox/desk/api';

const STATES = {
  PRE_REVIEW: '待预审核',
  PRE_REVIEW_REJECTED: '预审核退回，等待修改',
  VERIFY_PENDING: '待真实性核验',
  ADMIN_REVIEW: '管理员审核',
  SUBMITTING: '提交管局中',
  IFACE_REJECTED: '管局接口退回，等待修改',
  SMS_PENDING: '待短信核验',
  BUREAU_REVIEW: '管局审核中',
  BUREAU_REJECTED: '管局驳回，等待修改',
  APPROVED: '已备案',
  WITHDRAWN: '已撤销',
};

const DECISIONS = {
  PASS_PRE_REVIEW: '预审通过',
  ASK_VERIFICATION: '要求真实性核验',
  VERIFIED: '核验完成',
  SEND_BACK: '退回',
  PASS_ADMIN: '管理员通过',
  INTERFACE_TAKES: '提交管局通过',
  INTERFACE_REJECTS: '接口退回',
  SMS_DONE: '短信核验完成',
  BUREAU_APPROVES: '管局通过',
  BUREAU_REJECTS: '管局驳回',
};

const TYPES = {
  FIRST: '首次备案',
  NEW_SITE_OURS: '新增网站（我方主体）',
  NEW_SITE_OTHER: '新增网站（非我方主体）',
  NEW_ACCESS_OURS: '新增接入（我方主体）',
  NEW_ACCESS_OTHER: '新增接入（非我方主体）',
};

let open = null;
let shown = '';

const $ = (id) => document.getElementById(id);

function make(tag, text, props = {}) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  return Object.assign(node, props);
}

function time(at) {
  return new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}

async function get(path) {
  const answer = await fetch(API + path);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function refresh() {
  const rows = await get('/orders');
  if (open === null && rows.length > 0) open = rows[0].number;
  $('empty').hidden = rows.length > 0;
  $('orders').replaceChildren(...rows.map(row));
  if (open !== null && !$('reasons').contains(document.activeElement) && $('reasons').hidden) {
    show(await get('/orders/' + encodeURIComponent(open)));
  }
}

function row(order) {
  const button = make('button', order.sponsor, { type: 'button' });
  button.dataset.number = order.number;
  button.setAttribute('aria-current', String(order.number === open));
  button.append(
    make('small', order.number),
    make('small', (STATES[order.state] || order.state) + ' · ' + time(order.at)));
  button.addEventListener('click', () => {
    open = order.number;
    $('reasons').hidden = true;
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
  $('order').hidden = false;
  $('order').dataset.state = details.row.state;
  $('title').textContent = details.row.sponsor;
  $('state').textContent =
    [details.row.number, TYPES[details.row.type] || details.row.type,
      STATES[details.row.state] || details.row.state, '第 ' + details.version + ' 版'].join(' · ');
  $('decisions').replaceChildren(...details.decisions.map((each) => decision(each, details)));
  const wrong = new Map(details.errors.map((each) => [each.field, each.text]));
  $('fields').replaceChildren(...details.fields.map((each) => field(each, wrong)));
  $('materials').replaceChildren(...details.materials.map(slot));
  $('numbers').replaceChildren(...Object.values(details.numbers).map((each) => make('p', each)));
  $('history').replaceChildren(...details.history.map((each) => make('li',
    (STATES[each.state] || each.state) + ' · ' + time(each.at) + (each.pushed ? '' : ' · 待通知'))));
}

function decision(choice, details) {
  const button = make('button', DECISIONS[choice.decision] || choice.decision, { type: 'button' });
  button.dataset.decision = choice.decision;
  if (choice.withReasons) button.className = 'back';
  button.addEventListener('click', () =>
    choice.withReasons ? askReasons(choice.decision, details) : decide(choice.decision, []));
  return button;
}

function field(each, wrong) {
  const line = make('tr');
  const value = make('td', each.value);
  if (wrong.has(each.path)) {
    line.className = 'wrong';
    value.append(make('div', '退回原因：' + wrong.get(each.path)));
  }
  const label = make('td', each.label, { title: each.path });
  line.append(label, value);
  return line;
}

function slot(each) {
  const figure = make('figure');
  const pictures = make('div');
  for (const sha256 of each.pictures) {
    pictures.append(make('img', undefined,
      { src: API + '/materials/' + sha256, alt: each.label, loading: 'lazy' }));
  }
  figure.append(make('figcaption', each.label), pictures);
  return figure;
}

function askReasons(chosen, details) {
  const all = [{ path: '', label: '整份订单' }, ...details.fields, ...details.materials];
  $('picked').replaceChildren(...all.map(pick));
  $('reasons').dataset.decision = chosen;
  $('confirm').textContent = DECISIONS[chosen] || chosen;
  $('reasons').hidden = false;
  $('picked').querySelector('input').focus();
}

function pick(each) {
  const line = make('div', undefined, { className: 'pick' });
  const label = make('label');
  const box = make('input', undefined, { type: 'checkbox', value: each.path });
  const text = make('input', undefined, { type: 'text', placeholder: '原因', maxLength: 300 });
  text.setAttribute('aria-label', each.label + '的退回原因');
  text.addEventListener('input', () => { box.checked = text.value.trim() !== ''; });
  label.append(box, ' ' + each.label);
  line.append(label, text);
  return line;
}

async function decide(chosen, errors) {
  const answer = await fetch(API + '/orders/' + encodeURIComponent(open) + '/decisions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ decision: chosen, errors }),
  });
  $('message').textContent = answer.ok ? ''
    : answer.status === 422 ? '请至少勾选一项并写明原因。'
      : answer.status === 409 ? '订单状态已经变化，请看最新状态。' : '没有成功，请再试一次。';
  if (answer.ok || answer.status === 409) $('reasons').hidden = true;
  await refresh();
}

$('reasons').addEventListener('submit', (event) => {
  event.preventDefault();
  const errors = [...$('picked').children]
    .map((line) => ({ box: line.querySelector('[type=checkbox]'), text: line.querySelector('[type=text]') }))
    .filter(({ box }) => box.checked)
    .map(({ box, text }) => ({ field: box.value, text: text.value.trim() || '请核对并修改' }));
  decide($('reasons').dataset.decision, errors);
});

$('cancel').addEventListener('click', () => { $('reasons').hidden = true; });

refresh();
setInterval(() => refresh().catch(() => {}), 2000);
