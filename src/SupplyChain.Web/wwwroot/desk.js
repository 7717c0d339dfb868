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
