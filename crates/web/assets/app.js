// Small comforts. Every page works without this file.
"use strict";

// A form that was sent is not sent again by a second click; coming back to the page wakes it up.
document.addEventListener("submit", (event) => {
  const form = event.target;
  // What opens beside the page, such as a preview on paper, leaves the form to be sent.
  if (form.method !== "post" || event.submitter?.formTarget) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// What was unfolded stays unfolded while one works on the same page; an address such as #extension unfolds its form.
const kept = (fold) => `open ${location.pathname} ${fold.id}`;
for (const fold of document.querySelectorAll("details[data-keep][id]")) {
  const before = sessionStorage.getItem(kept(fold));
  if (before) fold.open = before === "yes";
  fold.addEventListener("toggle", () => sessionStorage.setItem(kept(fold), fold.open ? "yes" : "no"));
}
function unfoldTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (target) target.scrollIntoView();
}
addEventListener("hashchange", unfoldTarget);
unfoldTarget();

// A button that prints the page.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

// Menus close when one looks elsewhere.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(except)) menu.open = false;
};
document.addEventListener("click", (event) => closeMenus(event.target));

// Keys: those of links and fields (data-key), Escape for menus, Ctrl+Enter for the form in which one types.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return closeMenus(null);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return event.target.form?.requestSubmit();
  const typing = event.target.matches("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  else target.click();
});

// A calendar beside fields for a day; what is typed stays as it was typed.
function addPickers(root) {
  for (const field of root.querySelectorAll("input[data-date]:not([data-picker])")) {
    field.dataset.picker = "yes";
    const native = document.createElement("input");
    native.type = "date";
    native.tabIndex = -1;
    native.className = "picker-native";
    native.setAttribute("aria-hidden", "true");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn picker-button";
    button.setAttribute("aria-label", document.body.dataset.datePicker);
    button.title = document.body.dataset.datePicker;
    button.append(document.getElementById("picker-icon")?.content.cloneNode(true) ?? "…");
    button.addEventListener("click", () => {
      const typed = field.value.match(/^(\d{1,2})\D(\d{1,2})\D(\d{4})$/);
      native.value = typed ? `${typed[3]}-${typed[2].padStart(2, "0")}-${typed[1].padStart(2, "0")}` : "";
      native.showPicker?.();
    });
    native.addEventListener("change", () => {
      if (native.value) field.value = native.value.split("-").reverse().join("/");
      field.focus();
    });
    const frame = document.createElement("span");
    frame.className = "picker";
    field.replaceWith(frame);
    frame.append(field, native, button);
  }
}
addPickers(document);
document.addEventListener("htmx:load", (event) => addPickers(event.target));

// What changes while a page stands open: figures follow, and a case says that it changed. Nothing that is typed is touched.
// A page that is not looked at gives its line back, because a browser has only a few for one site.
const figures = (counts) => {
  for (const place of document.querySelectorAll("[data-live]")) {
    const count = counts[place.dataset.live];
    if (count === undefined) continue;
    place.textContent = count > 1000 ? "1000+" : String(count);
    place.hidden = count === 0;
  }
};
const changed = (change) => {
  for (const note of document.querySelectorAll(`[data-live-case="${CSS.escape(change.number)}"]`)) {
    if (change.version > Number(note.dataset.liveVersion)) note.hidden = false;
  }
};
let line = null;
function listen() {
  const address = document.body.dataset.events;
  if (!address || document.hidden) {
    line?.close();
    line = null;
  } else if (!line || line.readyState === EventSource.CLOSED) {
    line = new EventSource(address);
    line.addEventListener("counts", (event) => figures(JSON.parse(event.data)));
    line.addEventListener("case", (event) => changed(JSON.parse(event.data)));
  }
}
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => { line?.close(); line = null; });
addEventListener("pageshow", listen);
