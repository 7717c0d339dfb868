// What only the browser knows, told to the page's server side.
export const dark = () => document.documentElement.dataset.theme === 'dark';

export function watch(page) {
  const seen = () => page.invokeMethodAsync('Seen', !document.hidden);
  const themed = () => page.invokeMethodAsync('Themed', dark());
  document.addEventListener('visibilitychange', seen);
  document.addEventListener('themed', themed);
  if (document.hidden) seen();
  return {
    stop() {
      document.removeEventListener('visibilitychange', seen);
      document.removeEventListener('themed', themed);
    },
  };
}

// Keys that move between the rows of a list; they work while the focus is in the rows, and nowhere else.
document.addEventListener('keydown', event => {
  const list = event.target.closest?.('[data-rows]');
  if (!list || event.ctrlKey || event.altKey || event.metaKey) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const rows = [...list.querySelectorAll('[data-row]')];
  const next = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(document.activeElement) + step))];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.closest('section').querySelector('pre').textContent);
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
});

// A key that stands on a link or a button works everywhere but where somebody writes.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.key.length !== 1) return;
  if (event.target.closest?.('input, select, textarea, [contenteditable], [role=dialog]')) return;
  document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
});
