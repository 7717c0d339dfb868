// Paper: in light colours, and with a line that says what of whose it is and as of when.
const texts = selector => [...document.querySelectorAll(selector)].map(one => one.textContent.trim().replace(/\s+/g, ' '));

function head() {
  const line = document.querySelector('.paper-head');
  const position = /feed: (\S+)/.exec(document.querySelector('.live')?.title ?? '')?.[1];
  const filters = texts('.filters .chip:not(.add)');
  line.textContent = [
    texts('.nav .foot .b')[0], document.title, ...filters,
    `as of ${new Date().toLocaleString('en-GB', { timeZoneName: 'short' })}`,
    position ? `event ${position}` : null,
  ].filter(Boolean).join(' · ');
}

let themed = null;
addEventListener('beforeprint', () => {
  themed ??= document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = 'light';
  head();
});
addEventListener('afterprint', () => {
  if (themed) document.documentElement.dataset.theme = themed;
  themed = null;
});
document.addEventListener('click', event => { if (event.target.closest('[data-print]')) print(); });
