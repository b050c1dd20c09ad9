// The chat: entries become bubbles, in the order of their ids.

import { draw } from "/sandbox/phone/icons.js";
import { renderText } from "/sandbox/phone/text.js";

const FAULT = "该公众号提供的服务出现故障，请稍后再试";
const STICKER = "[收到不支持的消息类型，暂无法显示]";
const GAP = 5 * 60 * 1000;
const NEAR_END = 120;
const COLOURS = ["#4a90d9", "#e2825b", "#8a6fc9", "#3fa796", "#d16a8f", "#7b8b4e"];

export function avatar(name) {
  const face = document.createElement("div");
  face.className = "avatar";
  face.textContent = [...name].at(-1) ?? "?";
  const sum = [...name].reduce((total, letter) => total * 7 + letter.codePointAt(0), 0);
  face.style.background = COLOURS[sum % COLOURS.length];
  return face;
}

export function accountAvatar() {
  const face = document.createElement("div");
  face.className = "avatar account";
  face.append(draw("tick", 26));
  return face;
}

export class Chat {
  constructor(element, freshButton, { onTap, onPicture }) {
    this.element = element;
    this.fresh = freshButton;
    this.onTap = onTap;
    this.onPicture = onPicture;
    this.fresh.addEventListener("click", () => this.toEnd());
    this.element.addEventListener("scroll", () => this.scrolled());
    this.clear("");
  }

  clear(nickname) {
    this.nickname = nickname;
    this.seen = new Set();
    this.lastAt = 0;
    this.following = true;
    this.scrolledTo = 0;
    this.element.replaceChildren();
    this.fresh.hidden = true;
  }

  add(entry) {
    if (this.seen.has(entry.id)) return;
    this.seen.add(entry.id);
    const node = this.node(entry);
    if (node === null) return;
    const stay = this.following || entry.kind === "SAID";
    this.stamp(Date.parse(entry.at));
    node.dataset.id = entry.id;
    this.element.insertBefore(node, this.element.querySelector("[data-pending]"));
    if (stay) this.toEnd(); else this.fresh.hidden = false;
  }

  /** A message of ours that is not accepted yet; returns how to say what became of it. */
  pending(type, content, resend) {
    const node = this.row("mine", "user", type, this.content(type, content));
    node.dataset.pending = "";
    const mark = document.createElement("div");
    mark.className = "waiting";
    node.append(mark);
    this.element.append(node);
    this.toEnd();
    return {
      accepted: () => node.remove(),
      failed: () => {
        const again = document.createElement("button");
        again.className = "failed";
        again.textContent = "!";
        again.title = "重发";
        again.addEventListener("click", () => { node.remove(); resend(); });
        mark.replaceWith(again);
      },
    };
  }

  node(entry) {
    const fields = entry.fields;
    switch (entry.kind) {
      case "SAID": {
        const sticker = entry.type === "text" && fields.Content === STICKER;
        const type = sticker ? "sticker" : entry.type;
        return this.row("mine", "user", type, this.content(type, fields));
      }
      case "REPLIED":
      case "SERVED":
        return this.row("theirs", "account", entry.type, this.content(entry.type, fields, true));
      case "NOTICED":
        return this.notification(entry.type, fields);
      case "AGENT":
        return this.agent(entry.type, fields);
      case "FAULT":
        return this.notice(FAULT, "fault", fields.reason);
      default:
        return null;
    }
  }

  /** A template message stands in the chat as a card, a subscription notice as one of 服务通知. */
  notification(type, fields) {
    const card = document.createElement("div");
    card.className = "notification " + type;
    card.dataset.testid = "message";
    card.dataset.side = "account";
    card.dataset.type = type;
    if (type === "subscription") {
      const head = document.createElement("div");
      head.className = "notification-head";
      head.append(accountAvatar(), "服务通知");
      card.append(head);
    }
    const title = document.createElement("h3");
    title.textContent = fields.Title;
    card.append(title);
    for (const [label, value] of JSON.parse(fields.Rows ?? "[]")) {
      const line = document.createElement("p");
      const name = document.createElement("span");
      name.textContent = label;
      line.append(name, value);
      card.append(line);
    }
    return card;
  }

  agent(type, fields) {
    if (type === "text") {
      const row = this.row("theirs", "agent", "text", this.content("text", fields, true));
      row.firstChild.replaceWith(avatar(fields.Nick));
      return row;
    }
    const began = type === "create";
    return this.notice(began ? `客服 ${fields.Nick} 为您服务` : "客服结束了会话", began ? "agent-came" : "agent-left");
  }

  row(side, from, type, bubble) {
    const row = document.createElement("div");
    row.className = "row " + side;
    row.dataset.testid = "message";
    row.dataset.side = from;
    row.dataset.type = type;
    bubble.dataset.testid = "bubble";
    row.append(from === "account" ? accountAvatar() : avatar(this.nickname), bubble);
    return row;
  }

  content(type, fields, tappable = false) {
    const bubble = document.createElement("div");
    bubble.className = "bubble";
    switch (type) {
      case "image":
        bubble.classList.add("picture");
        bubble.append(this.picture(fields.preview ?? "/sandbox/wechat/media/" + fields.MediaId));
        break;
      case "sticker":
        bubble.classList.add("emoji");
        bubble.append(draw("smile", 84));
        break;
      case "voice":
        bubble.classList.add("voice");
        bubble.append(draw("sound", 18), "3″");
        break;
      case "video":
        bubble.classList.add("card");
        bubble.append(draw("play", 22), " 视频 00:05");
        break;
      case "location":
        bubble.classList.add("card");
        bubble.append(fields.Label || "我的位置", small(`${fields.Location_X}, ${fields.Location_Y}`), map());
        break;
      case "link":
        bubble.classList.add("card");
        bubble.append(fields.Title || fields.Url, small(fields.Description || fields.Url));
        break;
      default:
        if (tappable) renderText(bubble, fields.Content ?? "", this.onTap);
        else bubble.textContent = fields.Content ?? "";
    }
    return bubble;
  }

  picture(source) {
    const image = document.createElement("img");
    image.alt = "图片";
    image.src = source;
    image.addEventListener("load", () => this.keepEnd());
    image.addEventListener("click", () => this.onPicture(source));
    return image;
  }

  notice(text, testid, title = "") {
    const line = document.createElement("div");
    line.className = "notice";
    line.dataset.testid = testid;
    line.title = title;
    line.textContent = text;
    return line;
  }

  stamp(at) {
    if (at - this.lastAt > GAP) {
      const line = document.createElement("div");
      line.className = "time";
      line.textContent = when(new Date(at));
      this.element.insertBefore(line, this.element.querySelector("[data-pending]"));
    }
    this.lastAt = at;
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  /** Only scrolling up ends following; pictures that grow as they load do not. */
  scrolled() {
    const to = this.element.scrollTop;
    if (this.atEnd()) {
      this.following = true;
      this.fresh.hidden = true;
    } else if (to < this.scrolledTo) {
      this.following = false;
    }
    this.scrolledTo = to;
  }

  keepEnd() {
    if (this.following) this.toEnd();
  }

  toEnd() {
    this.following = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.fresh.hidden = true;
  }
}

function small(text) {
  const line = document.createElement("small");
  line.textContent = text;
  return line;
}

function map() {
  const picture = document.createElement("div");
  picture.className = "map";
  picture.append(draw("pin", 30));
  return picture;
}

/** As WeChat stamps: the time today, 昨天, the weekday within a week, the date before. */
export function when(date, now = new Date()) {
  const time = date.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.ceil((midnight - date) / 86400000);
  if (days <= 0) return time;
  if (days === 1) return "昨天 " + time;
  if (days < 7) return "星期" + "日一二三四五六"[date.getDay()] + " " + time;
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
}
