// Keys of the inbox.
export { name, remember } from './planner.js';

const small = matchMedia('(max-width: 600px)');

export function begin() {
  let chord = -Infinity;
  const isTyping = target => target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');

  const pressed = event => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    // After G a letter leads to a page.
    if (event.key === 'g') chord = event.timeStamp;
    if (event.key === 'g' || event.timeStamp - chord < 1500) return;
    const row = event.target.closest('[data-inbox] [data-row]');
    const pane = document.querySelector('[data-inbox] .exd');
    if (event.key === 'Enter' && row?.dataset.opens && !small.matches) {
      event.preventDefault();
      Blazor.navigateTo(row.dataset.opens);
    } else if (event.key.toLowerCase() === 'x' && row) {
      row.closest('li').querySelector('[data-pick]')?.click();
    } else if ((event.key === 'j' || event.key === 'k') && !event.target.closest('[data-rows]')) {
      // With the focus elsewhere on the page the list goes on from the row that is shown.
      const rows = [...document.querySelectorAll('[data-inbox] [data-row]')];
      const shown = rows.findIndex(each => each.getAttribute('aria-current') === 'true');
      rows[Math.max(0, Math.min(rows.length - 1, shown + (event.key === 'j' ? 1 : -1)))]?.focus();
    } else if (event.key === 'o' || event.key === 'h' || event.key === 'a') {
      pane?.querySelector(`[data-key=${event.key}]`)?.click();
    }
  };

  // With the detail beside the list, it follows the row the focus is on.
  const focused = event => {
    const row = event.target.closest('[data-inbox] [data-follow]');
    if (row && !small.matches && row.getAttribute('aria-current') !== 'true') row.click();
  };

  document.addEventListener('keydown', pressed);
  document.addEventListener('focusin', focused);
  return {
    stop() {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('focusin', focused);
    },
  };
}
