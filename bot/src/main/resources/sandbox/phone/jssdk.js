// Stands in for WeChat's JS-SDK on the simulated phone: wx.config and the element
// wx-open-subscribe, whose tap shows the sheet that asks for notices.

(() => {
  const API = "/sandbox/wechat/api";
  const ready = [];
  const failed = [];
  let state = "new";
  let allowedTags = [];

  window.wx = {
    async config(options) {
      allowedTags = options.openTagList ?? [];
      const answer = await post("/jsconfig", {
        url: location.href.split("#")[0],
        timestamp: String(options.timestamp),
        nonceStr: options.nonceStr,
        signature: options.signature,
      });
      state = answer.ok ? "ready" : "failed";
      const listeners = answer.ok ? ready : failed;
      listeners.forEach(listener => listener(answer.ok ? undefined : { errMsg: "config:invalid signature" }));
    },
    ready(listener) { if (state === "ready") listener(); else ready.push(listener); },
    error(listener) { if (state === "failed") listener({ errMsg: "config:invalid signature" }); else failed.push(listener); },
  };

  class OpenSubscribe extends HTMLElement {
    connectedCallback() {
      wx.ready(() => {
        if (!allowedTags.includes("wx-open-subscribe")) return;
        const root = this.attachShadow({ mode: "open" });
        for (const part of this.querySelectorAll('script[type="text/wxtag-template"]')) {
          const holder = document.createElement("template");
          holder.innerHTML = part.textContent;
          root.append(holder.content);
        }
        root.addEventListener("click", () => this.ask());
      });
    }

    async ask() {
      const wanted = this.getAttribute("template").split(",").map(id => id.trim());
      const known = await (await fetch(API + "/templates")).json();
      const templates = wanted.map(id => known.find(one => one.id === id && one.subscription));
      if (templates.length > 3 || templates.some(one => one === undefined)) {
        this.tell("error", { errMsg: "subscribe:fail template", errCode: 20001 });
        return;
      }
      const choices = await sheet(templates);
      if (choices === null) {
        this.tell("error", { errMsg: "subscribe:fail cancel", errCode: 20000 });
        return;
      }
      await post(`/users/${await holder()}/subscriptions`, choices);
      const details = Object.fromEntries(
        Object.entries(choices).map(([id, status]) => [id, JSON.stringify({ status })]));
      this.tell("success", { errMsg: "subscribe:ok", subscribeDetails: JSON.stringify(details) });
    }

    tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail }));
    }
  }

  /** Whose phone it is: the one that is in hand on the phone's page. */
  async function holder() {
    const named = localStorage.getItem("openid");
    return named ?? (await (await fetch(API + "/account")).json()).people[0].openid;
  }

  async function post(path, body) {
    const response = await fetch(API + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  /** WeChat's sheet; null if it is put away. */
  function sheet(templates) {
    return new Promise(resolve => {
      const back = document.createElement("div");
      back.style.cssText = "position:fixed;inset:0;background:#0008;display:flex;align-items:flex-end;z-index:9";
      back.innerHTML = `<form style="width:100%;padding:22px 20px 26px;background:#fff;border-radius:14px 14px 0 0;font-size:16px">
        <p style="margin:0 0 4px;color:#888;font-size:14px">备案助手 申请</p>
        <p style="margin:0 0 14px;font-size:18px;font-weight:600">发送一次以下消息</p>
        <div class="lines"></div>
        <p style="display:flex;gap:14px;margin:22px 0 0;justify-content:center">
          <button type="button" data-testid="refuse" style="width:120px;padding:9px;border:0;border-radius:6px;background:#f2f2f2;color:#06ae56;font-size:17px">拒绝</button>
          <button data-testid="allow" style="width:120px;padding:9px;border:0;border-radius:6px;background:#07c160;color:#fff;font-size:17px">允许</button>
        </p></form>`;
      const lines = back.querySelector(".lines");
      for (const one of templates) {
        const line = document.createElement("label");
        const box = document.createElement("input");
        line.style.cssText = "display:flex;align-items:center;justify-content:space-between;padding:11px 0;border-top:1px solid #eee";
        box.type = "checkbox";
        box.checked = true;
        box.name = one.id;
        box.style.cssText = "width:20px;height:20px;accent-color:#07c160";
        line.append(one.title, box);
        lines.append(line);
      }
      const choose = all => {
        const boxes = [...back.querySelectorAll("input")];
        back.remove();
        resolve(Object.fromEntries(boxes.map(box => [box.name, all && box.checked ? "accept" : "reject"])));
      };
      back.querySelector("form").addEventListener("submit", event => { event.preventDefault(); choose(true); });
      back.querySelector('[data-testid="refuse"]').addEventListener("click", () => choose(false));
      back.addEventListener("click", event => { if (event.target === back) { back.remove(); resolve(null); } });
      document.body.append(back);
    });
  }

  customElements.define("wx-open-subscribe", OpenSubscribe);
})();
