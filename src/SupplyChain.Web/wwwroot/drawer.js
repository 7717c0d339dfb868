// Keeps the focus inside a panel until it is released, and gives it back to where it was. What was written in the panel before the
// page was lost is back; a panel that was closed, or did its work, keeps nothing.
import { bring, dropAll } from './written.js';

const ways = 'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex="0"]';

export function hold(panel) {
  const before = document.activeElement;
  const path = location.pathname;
  const within = () => [...panel.querySelectorAll(ways)].filter(way => way.offsetParent !== null);
  const turn = event => {
    if (event.key !== 'Tab') return;
    const all = within();
    const [first, last] = [all[0], all[all.length - 1]];
    if (event.shiftKey && document.activeElement === first) { event.preventDefault(); last.focus(); }
    if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first.focus(); }
  };
  panel.addEventListener('keydown', turn);
  bring(panel);
  (panel.querySelector('.db input:not([type=hidden]),.db select,.db textarea') ?? within()[0])?.focus();
  return {
    release() {
      dropAll(panel, path);
      panel.removeEventListener('keydown', turn);
      if (before?.isConnected) before.focus();
      else document.querySelector('h1')?.focus();
    },
  };
}
