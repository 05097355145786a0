// The public pages: saves what is being written, takes number and code from a QR code, and does the work that a centre may ask for.
// Every page works without this file, except where the centre asks for work; then the page says so.
"use strict";

// What is typed is saved a moment after the last letter, and at once when one leaves.
const draft = document.querySelector("[data-draft]");
if (draft) {
  // A form that came back is the answer to what was sent; loaded again, it must show what was saved since, and not send the old once more.
  history.replaceState(null, "", location.pathname);
  const form = draft.querySelector("form");
  const told = document.querySelector("[data-saved]");
  const body = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    return fields;
  };
  let waiting = null;
  let sent = false;
  const save = async () => {
    clearTimeout(waiting);
    waiting = null;
    const answer = await fetch(draft.dataset.draft, { method: "POST", body: body(), keepalive: true }).catch(() => null);
    if (answer?.ok && told) told.textContent = told.dataset.saved;
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 700);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(waiting);
    waiting = null;
  });
  addEventListener("pageshow", () => (sent = false));
  addEventListener("pagehide", () => {
    if (waiting && !sent) navigator.sendBeacon(draft.dataset.draft, body());
  });
}

// `#2026-0001.XXXXX-XXXXX-XXXXX-XXXXX` of a QR code: into the fields, and out of the address.
const shown = /^#(\d{4}-\d{4,})\.([0-9A-Za-z-]{20,40})$/.exec(location.hash);
if (shown) {
  history.replaceState(null, "", location.pathname);
  const track = document.getElementById("track");
  if (track) {
    track.elements.number.value = shown[1];
    track.elements.code.value = shown[2];
    track.querySelector("button[type=submit]").focus();
  }
}

// Work: a number whose digest with the challenge begins with so many zero bits. Looked for while one writes.
const work = document.querySelector("[data-work]");
if (work && globalThis.crypto?.subtle) {
  const form = work.form;
  const told = form.querySelector("[data-working]");
  const bits = Number(work.dataset.bits);
  const zeros = (digest) => {
    let count = 0;
    for (const byte of digest) {
      if (byte === 0) {
        count += 8;
        continue;
      }
      return count + Math.clz32(byte) - 24;
    }
    return count;
  };
  const find = async () => {
    const letters = new TextEncoder();
    for (let answer = 0; ; answer += 1) {
      const digest = await crypto.subtle.digest("SHA-256", letters.encode(`${work.dataset.work}:${answer}`));
      if (zeros(new Uint8Array(digest)) >= bits) return String(answer);
    }
  };
  const found = find().then((answer) => (work.value = answer));
  form.addEventListener("submit", (event) => {
    // The buttons that only save do not wait.
    if (work.value || event.submitter?.name) return;
    event.preventDefault();
    if (told) told.textContent = told.dataset.working;
    found.then(() => {
      delete form.dataset.sent;
      form.requestSubmit();
    });
  });
}
