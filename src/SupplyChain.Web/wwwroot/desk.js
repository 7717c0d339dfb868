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
