// The agents' side of customer service: who is there, whom they talk to, what is said.

const API = "/sandbox/wechat/api/agents";
const EVERY = 1000;
const main = document.getElementById("agents");
let shown = "";

async function look() {
  try {
    const agents = await (await fetch(API)).json();
    const now = JSON.stringify(agents);
    // What is being typed must survive; it is drawn anew only when something changed.
    if (now !== shown) {
      shown = now;
      draw(agents);
    }
  } catch (away) {
    console.debug("away:", away);
  }
}

async function act(path, body = {}) {
  await fetch(API + "/" + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  await look();
}

function draw(agents) {
  const typed = new Map([...main.querySelectorAll("input")].map(input => [input.dataset.openid, input.value]));
  const focused = document.activeElement?.dataset?.openid;
  main.replaceChildren(...agents.map(agent));
  for (const input of main.querySelectorAll("input")) {
    input.value = typed.get(input.dataset.openid) ?? "";
    if (input.dataset.openid === focused) input.focus();
  }
}

function agent(one) {
  const box = element("section", "agent");
  const who = element("div", "who");
  const toggle = element("button", one.online ? "" : "main", one.online ? "下线" : "上线");
  box.dataset.testid = "agent";
  box.dataset.account = one.account;
  toggle.dataset.testid = "toggle";
  toggle.addEventListener("click", () => act(one.account, { online: !one.online }));
  who.append(element("b", "", one.nick), element("span", one.online ? "state on" : "state", one.online ? "在线" : "离线"), toggle);
  box.append(who);
  if (one.sessions.length === 0) box.append(element("p", "none", "没有进行中的会话"));
  box.append(...one.sessions.map(session => talk(one, session)));
  return box;
}

function talk(one, session) {
  const path = `${one.account}/sessions/${session.openid}`;
  const box = element("div", "session");
  const head = element("h2", "", session.nickname);
  const end = element("button", "", "结束会话");
  const form = element("form");
  const input = element("input");
  const say = element("button", "main", "发送");
  box.dataset.testid = "session";
  box.dataset.openid = session.openid;
  end.dataset.testid = "end";
  end.addEventListener("click", () => act(path + "/close"));
  head.append(end);
  input.dataset.openid = session.openid;
  input.dataset.testid = "say";
  input.placeholder = "回复…";
  form.addEventListener("submit", event => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = "";
    if (text !== "") act(path + "/messages", { text });
  });
  form.append(input, say);
  box.append(head);
  if (session.summary) {
    const summary = element("p", "summary", plain(session.summary));
    summary.dataset.testid = "summary";
    box.append(summary);
  }
  box.append(...session.lines.map(line), form);
  return box;
}

function line(entry) {
  const row = element("div", entry.kind === "AGENT" ? "line mine" : "line");
  row.append(element("span", "", entry.type === "text" ? entry.fields.Content : `[${entry.type}]`));
  return row;
}

/** A summary is text; what could be tapped in a chat cannot be here. */
function plain(text) {
  return text.replace(/<a\s[^>]*>([\s\S]*?)<\/a>/gi, "$1");
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

await look();
setInterval(look, EVERY);
