// The phone in one's hand: who holds it, what it sends, what reaches it.

import { Chat } from "/sandbox/phone/chat.js";
import { draw } from "/sandbox/phone/icons.js";
import { Menu } from "/sandbox/phone/menu.js";
import { ask, closeSheet, confirmPictures, people, profile, samples } from "/sandbox/phone/sheets.js";

const $ = id => document.getElementById(id);
const API = "/sandbox/wechat/api";
const RECONNECT = 1500;
const TYPING_LASTS = 15000;
const MOST_PICTURES = 9;

let account = { name: "", menu: null, people: [] };
let openid = "";
let stream = null;
let typingEnds = 0;

const chat = new Chat($("chat"), $("fresh"), {
  onTap: (text, menuId) => send({ type: "text", text, menuId }),
  onPicture: source => {
    $("viewer").querySelector("img").src = source;
    $("viewer").hidden = false;
  },
});

const menu = new Menu(press);

// --- sending ---

async function send(message) {
  const shown = { text: "text", sticker: "sticker", voice: "voice", video: "video", location: "location", link: "link", image: "image" }[message.type];
  const preview = message.sample ? "/sandbox/wechat/samples/" + message.sample : undefined;
  const fields = { Content: message.text, Label: message.label, Location_X: message.latitude, Location_Y: message.longitude, Title: message.title, Url: message.url, preview };
  const bubble = shown ? chat.pending(shown, fields, () => send(message)) : null;
  await post(`/users/${openid}/messages?wait=false`, JSON.stringify(message), "application/json", bubble);
}

async function sendPicture(file) {
  const bubble = chat.pending("image", { preview: URL.createObjectURL(file) }, () => sendPicture(file));
  await post(`/users/${openid}/photos?wait=false`, file, "application/octet-stream", bubble);
}

/** One after the other, so that they stand in the chat as they were chosen. */
async function sendPictures(files) {
  for (const file of files) await sendPicture(file);
}

async function post(path, body, type, bubble) {
  try {
    const response = await fetch(API + path, { method: "POST", headers: { "Content-Type": type }, body });
    if (!response.ok) throw new Error("status " + response.status);
    bubble?.accepted();
  } catch (problem) {
    console.warn("not sent:", problem);
    bubble?.failed();
  }
}

// --- what reaches the phone ---

async function refresh() {
  account = await (await fetch(API + "/account")).json();
  $("title").textContent = account.name;
  $("screen").dataset.following = person().following;
  document.title = `${account.name} · ${person().nickname}`;
  menu.draw(account.menu?.button ?? []);
}

const person = () => account.people.find(p => p.openid === openid) ?? { nickname: "", following: "YES", quota: 0 };

/** Pages of the account that are opened from here see this phone; a cookie has no port of its own. */
function hold() {
  document.cookie = `sandbox-phone-${location.port || 80}=${openid}; path=/; SameSite=Lax`;
}

async function take(next) {
  stream?.close();
  openid = next;
  localStorage.setItem("openid", next);
  hold();
  closeSheet();
  await refresh();
  chat.clear(person().nickname);
  listen();
  if (person().following !== "YES") showProfile();
  showTab();
}

function listen() {
  stream?.close();
  const source = new EventSource(`${API}/users/${openid}/stream`);
  stream = source;
  source.addEventListener("entry", event => receive(JSON.parse(event.data)));
  source.addEventListener("typing", event => typing(JSON.parse(event.data).on));
  source.addEventListener("menu", refresh);
  source.addEventListener("ready", () => {
    $("offline").hidden = true;
    $("chat").dataset.ready = openid;
  });
  source.onerror = () => {
    $("offline").hidden = false;
    source.close();
    if (stream === source) setTimeout(() => reconnect(source), RECONNECT);
  };
}

/** After a restart of the server the chat goes on where it was. */
async function reconnect(failed) {
  if (stream !== failed) return;
  try {
    await refresh();
    listen();
  } catch (still) {
    console.debug("still away:", still);
    setTimeout(() => reconnect(failed), RECONNECT);
  }
}

function receive(entry) {
  if (entry.kind === "DID" && entry.type === "unsubscribe") {
    chat.clear(person().nickname);
    refresh().then(showProfile);
  }
  if (entry.kind === "SERVED" || entry.kind === "REPLIED") typing(false);
  chat.add(entry);
}

function typing(on) {
  typingEnds = on ? Date.now() + TYPING_LASTS : 0;
  $("title").textContent = on ? "对方正在输入…" : account.name;
  $("title").classList.toggle("typing", on);
  if (on) setTimeout(() => { if (Date.now() >= typingEnds) typing(false); }, TYPING_LASTS);
}

function press(button) {
  if (button.type === "view") {
    window.open(button.url, "_blank", "noopener");
    send({ type: "VIEW", url: button.url });
  } else {
    send({ type: "CLICK", key: button.key });
  }
}

// --- the input line ---

function drawInput() {
  const filled = $("input").value.trim() !== "";
  $("send").hidden = !filled;
  $("plus").hidden = filled;
  $("input").style.height = "auto";
  $("input").style.height = Math.min(128, $("input").scrollHeight) + "px";
}

function sendTyped() {
  const text = $("input").value;
  if (text.trim() === "") return;
  $("input").value = "";
  drawInput();
  send({ type: "text", text });
}

const TILES = [
  ["album", "相册", "tile-album", () => $("file").click()],
  ["sample", "样张", "tile-samples", () => samples(s => send({ type: "image", sample: s.id }))],
  ["location", "位置", "tile-location", () => send({ type: "location", label: "北京市东城区东长安街", latitude: "39.908823", longitude: "116.397470" })],
  ["voice", "语音", "tile-voice", () => send({ type: "voice" })],
  ["video", "视频", "tile-video", () => send({ type: "video" })],
  ["link", "链接", "tile-link", () => send({ type: "link", title: "示例网站", description: "转发的一个网页", url: "https://example.com/" })],
  ["face", "表情", "tile-sticker", () => send({ type: "sticker" })],
  ["scan", "扫一扫", "tile-scan", scan],
];

function drawPanel() {
  $("panel").replaceChildren(...TILES.map(([icon, label, testid, act]) => {
    const tile = document.createElement("button");
    const square = document.createElement("span");
    tile.className = "tile";
    tile.dataset.testid = testid;
    square.append(draw(icon, 28));
    tile.append(square, label);
    tile.addEventListener("click", () => { $("panel").hidden = true; act(); });
    return tile;
  }));
}

function scan() {
  ask("二维码的场景值", "site-1", scene => send({ type: person().following === "YES" ? "SCAN" : "subscribe", scene }));
}

function pictures(list) {
  return [...list].filter(file => file.type.startsWith("image/"));
}

// --- profile, people, the pages beside ---

async function showProfile() {
  await refresh();
  profile(account, person(), {
    onFollow: () => send({ type: "subscribe" }).then(refresh),
    onLeave: () => send({ type: "unsubscribe" }),
    onScan: scan,
  });
}

async function showPeople() {
  await refresh();
  people(account, openid, {
    onChoose: take,
    onNew: async () => take((await join()).openid),
  });
}

function showTab(name = localStorage.getItem("tab") ?? "desk") {
  const url = { desk: "/sandbox/desk", agents: "/sandbox/agents" }[name] ?? "/sandbox/inspector?user=" + encodeURIComponent(openid);
  localStorage.setItem("tab", name);
  document.querySelectorAll("#tabs button").forEach(b => b.classList.toggle("on", b.dataset.tab === name));
  $("open-tab").href = url;
  const shown = matchMedia("(min-width: 900px)").matches;
  if (shown && $("frame").getAttribute("src") !== url) $("frame").src = url;
}

function tick() {
  $("clock").textContent = new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function wire() {
  $("input").addEventListener("input", drawInput);
  $("input").addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); sendTyped(); }
  });
  $("input").addEventListener("focus", () => { $("panel").hidden = true; });
  $("send").addEventListener("click", () => { sendTyped(); $("input").focus(); });
  $("plus").addEventListener("click", () => { $("panel").hidden = !$("panel").hidden; chat.toEnd(); });
  $("voice").addEventListener("click", () => send({ type: "voice" }));
  $("sticker").addEventListener("click", () => send({ type: "sticker" }));
  $("file").addEventListener("change", () => {
    sendPictures([...$("file").files].slice(0, MOST_PICTURES));
    $("file").value = "";
  });
  $("back").addEventListener("click", showPeople);
  $("profile").addEventListener("click", showProfile);
  $("viewer").addEventListener("click", () => { $("viewer").hidden = true; });
  $("tabs").addEventListener("click", event => { if (event.target.dataset.tab) showTab(event.target.dataset.tab); });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") { closeSheet(); $("viewer").hidden = true; $("panel").hidden = true; }
  });
  document.addEventListener("paste", event => offer(event, pictures(event.clipboardData.files)));
  $("screen").addEventListener("dragover", event => event.preventDefault());
  $("screen").addEventListener("drop", event => { event.preventDefault(); offer(event, pictures(event.dataTransfer.files)); });
  window.addEventListener("resize", () => showTab());
  // Another phone may have been taken in hand in another tab.
  window.addEventListener("focus", () => { if (openid) hold(); });
  // A page kept for the back button would keep its connection, and a browser has six per host.
  window.addEventListener("pagehide", () => stream?.close());
  window.addEventListener("pageshow", event => { if (event.persisted) listen(); });
  new ResizeObserver(() => chat.keepEnd()).observe($("chat"));
}

function offer(event, files) {
  if (files.length === 0) return;
  event.preventDefault();
  confirmPictures(files, () => sendPictures(files));
}

async function start() {
  // Links lead to the number, and so must the cookie that goes with them.
  if (location.hostname === "localhost") {
    location.replace(location.href.replace("//localhost", "//127.0.0.1"));
    return;
  }
  wire();
  drawPanel();
  drawInput();
  tick();
  setInterval(tick, 10000);
  await refresh();
  const named = new URLSearchParams(location.search).get("user");
  if (named) await join("?openid=" + encodeURIComponent(named));
  const wanted = named ?? localStorage.getItem("openid");
  const known = account.people.some(p => p.openid === wanted);
  await take(named || known ? wanted : account.people[0].openid);
}

/** A new person, or the one of this openid. */
async function join(query = "") {
  return (await fetch(API + "/users" + query, { method: "POST" })).json();
}

start();
