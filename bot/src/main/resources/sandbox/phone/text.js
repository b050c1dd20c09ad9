// The text of a message as WeChat shows it: line breaks, links, and nothing else of HTML.

const ANCHOR = /<a\s+([^>]*?)>([\s\S]*?)<\/a>/gi;
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const BARE = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;

/** Renders text into an element; a tap on a choice calls onTap(text, menuId). */
export function renderText(into, text, onTap) {
  let from = 0;
  for (const match of text.matchAll(ANCHOR)) {
    plain(into, text.slice(from, match.index));
    const link = anchor(attributes(match[1]), match[2], onTap);
    into.append(link ?? match[0]);
    from = match.index + match[0].length;
  }
  plain(into, text.slice(from));
}

function anchor(given, label, onTap) {
  const href = (given.href ?? "").replaceAll("&amp;", "&");
  if (href.startsWith("weixin://bizmsgmenu?")) {
    return choice(new URLSearchParams(withoutPlus(href.slice(href.indexOf("?") + 1))), label, onTap);
  }
  return /^https?:\/\//i.test(href) ? web(href, label) : null;
}

function choice(query, label, onTap) {
  const link = document.createElement("a");
  const text = query.get("msgmenucontent") ?? "";
  const menuId = query.get("msgmenuid") ?? "";
  link.className = "choice";
  link.dataset.testid = "choice";
  link.dataset.menuid = menuId;
  link.dataset.says = text;
  link.textContent = label;
  link.href = "#";
  link.addEventListener("click", event => {
    event.preventDefault();
    onTap(text, menuId);
  });
  return link;
}

function web(href, label) {
  const link = document.createElement("a");
  link.className = "web";
  link.dataset.testid = "link";
  link.href = href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = label;
  return link;
}

function plain(into, text) {
  let from = 0;
  for (const match of text.matchAll(BARE)) {
    into.append(text.slice(from, match.index), web(match[0], match[0]));
    from = match.index + match[0].length;
  }
  into.append(text.slice(from));
}

function attributes(text) {
  const found = {};
  for (const match of text.matchAll(ATTRIBUTE)) {
    found[match[1].toLowerCase()] = match[2] ?? match[3];
  }
  return found;
}

/** WeChat percent-decodes; a plus sign stays a plus sign. */
function withoutPlus(query) {
  return query.replaceAll("+", "%2B");
}
