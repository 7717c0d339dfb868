// The strip that says the connection is lost. A node that was started anew does not know the page any more: everything is
// in the address and what was written in its forms is kept, so the page loads again, unless that would lose what was typed.
import { isKept } from './written.js';

const strip = document.getElementById('components-reconnect-modal');
const again = 'caught-up';
const clock = () => new Date().toLocaleTimeString('en-GB');
const hasTyped = () => [...document.querySelectorAll('input:not([type=checkbox],[type=radio]),textarea')]
  .some(box => !box.closest('#palette') && box.value !== box.defaultValue && !(box.name && isKept(box.form)));

function sayCaughtUp() {
  strip.classList.add('caught-up');
  setTimeout(() => strip.classList.remove('caught-up'), 3000);
}

function renew() {
  if (hasTyped()) {
    strip.classList.add('renewed-node');
    return;
  }
  sessionStorage.setItem(again, '1');
  location.reload();
}

async function look() {
  const isUp = await fetch('/health/ready', { cache: 'no-store' }).then(answer => answer.ok, () => false);
  if (isUp) renew();
  else setTimeout(look, 2000);
}

strip.addEventListener('components-reconnect-state-changed', event => {
  const state = event.detail.state;
  if (state === 'show') for (const time of strip.querySelectorAll('time')) time.textContent = clock();
  if (state === 'hide') sayCaughtUp();
  if (state === 'rejected' || state === 'resume-failed') renew();
  if (state === 'failed') look();
});

if (sessionStorage.getItem(again)) {
  sessionStorage.removeItem(again);
  sayCaughtUp();
}
