// What slides over the chat: people, the account's profile, sample pictures, confirmations.

import { accountAvatar, avatar } from "/sandbox/phone/chat.js";
import { draw } from "/sandbox/phone/icons.js";

const sheet = () => document.getElementById("sheet");

export function closeSheet() {
  sheet().hidden = true;
  sheet().classList.remove("dim");
  sheet().replaceChildren();
}

/** Whose phone to take in hand. */
export function people(account, current, { onChoose, onNew }) {
  const list = element("div", "list");
  for (const person of account.people) {
    const line = element("button");
    const text = element("span");
    text.append(person.nickname, element("small", "", describe(person)));
    line.append(avatar(person.nickname), text);
    if (person.openid === current) line.append(element("span", "here", "使用中"));
    line.dataset.testid = "person";
    line.dataset.openid = person.openid;
    line.addEventListener("click", () => { closeSheet(); onChoose(person.openid); });
    list.append(line);
  }
  const more = action("＋ 新的手机", "new-person", () => { closeSheet(); onNew(); });
  open("换一部手机", element("p", "hint", "每部手机是一位模拟用户，各有各的对话。"), list,
    element("p", "hint", ""), more, links());
}

/** What one sees before following, and where one leaves. */
export function profile(account, person, { onFollow, onLeave, onScan }) {
  const head = element("div", "card-head");
  const text = element("div");
  text.append(element("h2", "", account.name), element("small", "", "服务号 · 网站备案，聊着天就办好"));
  head.append(accountAvatar(), text);
  if (person.following !== "YES") {
    const follow = action("关注公众号", "follow", () => { closeSheet(); onFollow(); });
    follow.classList.add("main");
    open("", head, follow, links());
    return;
  }
  const leave = action("不再关注", "unfollow", () => { closeSheet(); onLeave(); });
  leave.classList.add("danger");
  open("", head,
    action("进入公众号", "enter", closeSheet),
    action("扫一扫（带场景值）", "scan", () => { closeSheet(); onScan(); }),
    leave,
    element("p", "hint", `${person.nickname} · 公众号此刻还可主动发 ${person.quota} 条消息`),
    links());
}

/** Drawn pictures, one tap each. */
export async function samples(onChoose) {
  const grid = element("div", "grid");
  for (const sample of await (await fetch("/sandbox/wechat/api/samples")).json()) {
    const tile = element("button");
    const image = element("img");
    image.src = "/sandbox/wechat/samples/" + sample.id;
    image.alt = sample.label;
    tile.dataset.testid = "sample-" + sample.id;
    tile.append(image, element("span", "", sample.label));
    tile.addEventListener("click", () => { closeSheet(); onChoose(sample); });
    grid.append(tile);
  }
  open("样张", element("p", "hint", "画出来的样张，没有真实的人和企业。点一下就发送。"), grid);
}

/** Pasted or dropped pictures are sent only when confirmed. */
export function confirmPictures(files, onSend) {
  const box = element("div", "confirm");
  const thumbs = element("div", "thumbs");
  for (const file of files.slice(0, 9)) {
    const image = element("img");
    image.src = URL.createObjectURL(file);
    thumbs.append(image);
  }
  const choices = element("div", "choices");
  const no = element("button", "", "取消");
  const yes = element("button", "", "发送");
  yes.dataset.testid = "confirm-send";
  no.addEventListener("click", closeSheet);
  yes.addEventListener("click", () => { closeSheet(); onSend(); });
  choices.append(no, yes);
  box.append(element("p", "", files.length === 1 ? "发送这张图片？" : `发送这 ${files.length} 张图片？`), thumbs, choices);
  sheet().replaceChildren(box);
  sheet().classList.add("dim");
  sheet().hidden = false;
  yes.focus();
}

/** Asks for one line of text. */
export function ask(question, value, onDone) {
  const box = element("div", "confirm");
  const input = element("input", "input");
  input.value = value;
  input.style.cssText = "width:86%;border:1px solid #ddd;margin-bottom:16px";
  input.dataset.testid = "ask";
  const choices = element("div", "choices");
  const no = element("button", "", "取消");
  const yes = element("button", "", "确定");
  const done = () => { closeSheet(); onDone(input.value); };
  no.addEventListener("click", closeSheet);
  yes.addEventListener("click", done);
  input.addEventListener("keydown", event => { if (event.key === "Enter") done(); });
  choices.append(no, yes);
  box.append(element("p", "", question), input, choices);
  sheet().replaceChildren(box);
  sheet().classList.add("dim");
  sheet().hidden = false;
  input.select();
}

function describe(person) {
  switch (person.following) {
    case "YES": return "已关注";
    case "NO_MORE": return "已取消关注";
    default: return "还没有关注";
  }
}

function open(title, ...content) {
  const bar = element("div", "bar");
  const back = element("button", "bar-button");
  back.append(draw("back", 24));
  back.dataset.testid = "close-sheet";
  back.title = "返回";
  back.addEventListener("click", closeSheet);
  const space = element("span", "bar-button");
  bar.append(back, element("h1", "bar-title", title), space);
  sheet().classList.remove("dim");
  sheet().replaceChildren(bar, ...content);
  sheet().hidden = false;
}

/** On a narrow window this is the way to the other pages. */
function links() {
  const line = element("p", "hint");
  const desk = element("a", "", "审核台");
  desk.href = "/sandbox/desk";
  desk.target = "_blank";
  const inspector = element("a", "", "检查器");
  inspector.href = "/sandbox/inspector";
  inspector.target = "_blank";
  const agents = element("a", "", "客服");
  agents.href = "/sandbox/agents";
  agents.target = "_blank";
  line.append("沙箱：", desk, " · ", inspector, " · ", agents);
  return line;
}

function action(text, testid, onClick) {
  const button = element("button", "action", text);
  button.dataset.testid = testid;
  button.addEventListener("click", onClick);
  return button;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
