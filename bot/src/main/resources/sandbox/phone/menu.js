// The account's menu, which takes turns with the input line.

const $ = id => document.getElementById(id);

export class Menu {
  constructor(onPress) {
    this.onPress = onPress;
    this.drawn = false;
    $("to-menu").addEventListener("click", () => this.show(true));
    $("to-input").addEventListener("click", () => { this.show(false); $("input").focus(); });
    document.addEventListener("click", closePopup);
  }

  draw(buttons) {
    const any = buttons.length > 0;
    $("to-menu").hidden = !any;
    $("menu").replaceChildren(...buttons.map(button => this.top(button)));
    if (!any) this.show(false);
    else if (!this.drawn) this.show(localStorage.getItem("keys") === "yes");
    this.drawn = any;
  }

  show(on) {
    $("keys").hidden = !on;
    $("writing").hidden = on;
    $("panel").hidden = true;
    localStorage.setItem("keys", on ? "yes" : "no");
  }

  top(button) {
    const group = button.sub_button ?? [];
    const made = this.button(button, () => group.length ? this.popup(made, group) : this.press(button));
    made.classList.toggle("more", group.length > 0);
    return made;
  }

  popup(anchor, buttons) {
    closePopup();
    const box = document.createElement("div");
    box.className = "popup";
    box.append(...buttons.map(button => this.button(button, () => this.press(button))));
    $("foot").append(box);
    const screen = $("screen").getBoundingClientRect();
    const from = anchor.getBoundingClientRect();
    const left = from.left + from.width / 2 - box.offsetWidth / 2 - screen.left;
    box.style.left = Math.max(8, Math.min(left, screen.width - box.offsetWidth - 8)) + "px";
    box.style.bottom = screen.bottom - from.top + 10 + "px";
  }

  press(button) {
    closePopup();
    this.onPress(button);
  }

  button(button, onClick) {
    const made = document.createElement("button");
    made.textContent = button.name;
    made.dataset.testid = "menu-button";
    made.addEventListener("click", event => { event.stopPropagation(); onClick(); });
    return made;
  }
}

function closePopup() {
  document.querySelector(".popup")?.remove();
}
