// Keys that work everywhere. Single ones do not act where one types, and not at all when they are switched off.
const kept = 'single-keys';
const isOn = () => localStorage.getItem(kept) !== 'off';
const isTyping = target => target.closest?.('input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]');
const isShown = element => element.getClientRects().length > 0;
const first = selector => [...document.querySelectorAll(selector)].find(isShown);

// A press of one of these does what a click on the element would.
const pressed = key => [...document.querySelectorAll('[data-press]')]
  .find(element => isShown(element) && !element.disabled && element.dataset.press.toLowerCase() === key.toLowerCase());

let going = -Infinity;

function step(by, event) {
  const list = event.target.closest?.('[data-rows]') ?? first('[data-rows]');
  if (!list) return false;
  const rows = [...list.querySelectorAll('[data-row]')].filter(isShown);
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
  if (!next) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

// A click on the row's box, with Shift a range.
function pick(event) {
  const box = event.target.closest?.('tr')?.querySelector('[data-pick]:not(:disabled)');
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: event.shiftKey }));
  return !!box;
}

function single(event) {
  const key = event.key;
  if (performance.now() - going < 1500) {
    going = -Infinity;
    const place = document.querySelector(`.nav a[data-key="${CSS.escape(key.toUpperCase())}"]`);
    if (place) { place.click(); return true; }
  }
  switch (key.toLowerCase()) {
    case 'g': going = performance.now(); return true;
    case '/': { const box = first('[data-search]'); box?.focus(); box?.select(); return !!box; }
    case '?': show(); return true;
    case 'j': return step(1, event);
    case 'k': return step(-1, event);
    case 'x': return pick(event);
    default: break;
  }
  const button = pressed(key) ?? (key.toLowerCase() === 'p' ? first('[data-pause]') : null);
  button?.click();
  return !!button;
}

function show() {
  const sheet = document.getElementById('shortcuts');
  const box = sheet.querySelector('[data-single-keys]');
  box.checked = isOn();
  box.onchange = () => localStorage.setItem(kept, box.checked ? 'on' : 'off');
  sheet.showModal();
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  // Arrows belong to the rows while the focus is in them, and to the window otherwise.
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (arrow && event.target.closest?.('[data-rows]') && !isTyping(event.target)) {
    if (step(arrow, event)) event.preventDefault();
    return;
  }
  if (event.key.length !== 1 || !isOn() || isTyping(event.target) || document.querySelector('dialog[open]')) return;
  if (single(event)) event.preventDefault();
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-shortcuts]')) show();
  // A click beside a dialog closes it.
  if (event.target instanceof HTMLDialogElement && event.target.matches('.pal')) event.target.close();
});
