// The pages looked at in this tab, the newest first: those that are about one thing have a way back on top.
const kept = 'visited';
const most = 6;

export const visited = () => JSON.parse(sessionStorage.getItem(kept) ?? '[]')
  .filter(one => one.path !== location.pathname);

function keep() {
  if (!document.querySelector('.top .crumb')) return;
  const title = document.querySelector('.top h1')?.textContent.trim();
  if (!title) return;
  const others = JSON.parse(sessionStorage.getItem(kept) ?? '[]').filter(one => one.path !== location.pathname);
  sessionStorage.setItem(kept, JSON.stringify([{ path: location.pathname, title }, ...others].slice(0, most)));
}

new MutationObserver(keep).observe(document.head, { childList: true, subtree: true, characterData: true });
keep();
