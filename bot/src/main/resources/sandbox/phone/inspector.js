// Shows one conversation as the bot keeps it, and keeps looking.

const $ = id => document.getElementById(id);
const EVERY = 1000;
let before = null;
let facts = {};

async function json(url) {
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error("status " + response.status);
  return response.json();
}

async function look() {
  try {
    await draw();
    $("state").textContent = "";
  } catch (away) {
    $("state").textContent = "连接中断，正在重试…";
    console.debug(away);
  }
  setTimeout(look, EVERY);
}

async function draw() {
  await drawPeople();
  const openid = $("who").value;
  const url = "/sandbox/conversations/" + encodeURIComponent(openid);
  $("json").href = url;
  const found = openid ? await json(url) : null;
  const text = openid + JSON.stringify(found);
  if (text === before) return;
  before = text;
  $("main").replaceChildren(...(found ? sections(found) : [element("p", "none", "还没有对话。")]));
  facts = found?.facts ?? {};
}

async function drawPeople() {
  const [known, account] = await Promise.all([
    json("/sandbox/conversations"), json("/sandbox/wechat/api/account")]);
  const names = new Map((account?.people ?? []).map(p => [p.openid, p.nickname]));
  for (const openid of known ?? []) if (!names.has(openid)) names.set(openid, openid);
  const drawn = [...$("who").options].map(o => o.value).join();
  if (drawn === [...names.keys()].join()) return;
  const wanted = $("who").value || new URLSearchParams(location.search).get("user");
  $("who").replaceChildren(...[...names].map(([openid, name]) => new Option(name, openid)));
  if (names.has(wanted)) $("who").value = wanted;
}

function sections(c) {
  return [
    head(c),
    ...section("可选", c.choices.map(x => `${x.number}. ${x.label}`), list),
    ...section("问题", c.problems.map(p => [p.field, [p.code, p.text].filter(Boolean).join(" · ")]), table),
    ...section("答案（已遮盖）", answers(c, null), table),
    ...(c.sites ?? []).flatMap(s => section(
      `网站${s.number}${s.domain && `（${s.domain}）`} · ${s.id}`, answers(c, s.id), table)),
    ...section("待办", c.effects ?? [], list),
    ...section("经过", c.log ?? [], log),
  ];
}

/** The answers of one site; without an id those of none that is listed. */
function answers(c, id) {
  const of = path => (c.sites ?? []).map(s => s.id).find(s => path.startsWith(`site.${s}.`)) ?? null;
  return Object.entries(c.facts).filter(([path]) => of(path) === id);
}

function head(c) {
  const box = element("div", "head");
  const cells = {
    阶段: c.phase, 正在问: c.asks ?? "—", 上次拒绝: c.refused ?? "—",
    订单: c.order ? `${c.order.number} ${c.order.state}` : "—", 版本: c.version,
  };
  for (const [name, value] of Object.entries(cells)) {
    const cell = element("div");
    cell.append(element("small", "", name), element("b", "", String(value)));
    box.append(cell);
  }
  return box;
}

function section(title, rows, draw) {
  return rows.length ? [element("h2", "", title), draw(rows)] : [];
}

function table(rows) {
  const made = element("table");
  for (const [name, value] of rows) {
    const line = made.insertRow();
    line.insertCell().textContent = name;
    line.insertCell().textContent = value;
    if (before !== null && name in facts && facts[name] !== value) line.className = "new";
  }
  return made;
}

function list(rows) {
  const made = element("ul");
  made.append(...rows.map(row => element("li", "", typeof row === "string" ? row : JSON.stringify(row))));
  return made;
}

function log(rows) {
  const made = element("ul", "log");
  made.append(...[...rows].reverse().map(row => element("li", "", row)));
  return made;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

$("who").addEventListener("change", () => { before = null; facts = {}; draw(); });
look();
