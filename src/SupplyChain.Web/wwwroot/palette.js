// Opens the palette, moves in it and goes. The dialog is the browser's own: it keeps the focus and gives it back.
const dialog = () => document.getElementById('palette');
const box = () => dialog().querySelector('input');
const found = () => dialog().querySelector('.found');
const options = () => [...found().querySelectorAll('[role=option]')];
const chosen = () => options().find(option => option.getAttribute('aria-selected') === 'true');

// Enter that came before the answer did: it goes when the answer is there.
let waiting = null;

function choose(option) {
  for (const other of options()) other.setAttribute('aria-selected', other === option ? 'true' : 'false');
  if (option) {
    option.id ||= `found-${options().indexOf(option)}`;
    box().setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else {
    box().removeAttribute('aria-activedescendant');
  }
}

// What is named exactly so is meant, whatever stands above it.
const exact = () => {
  const text = box().value.replace(/^[>#]/, '').trim().toLowerCase();
  return options().find(option => text && option.querySelector('.nb').textContent.trim().toLowerCase() === text);
};

function open() {
  const it = dialog();
  if (it.open) return;
  for (const other of document.querySelectorAll('dialog[open]')) other.close();
  it.showModal();
  new MutationObserver(answered).observe(found(), { childList: true, subtree: true, attributes: true, attributeFilter: ['data-for'] });
  box().value = '';
  box().dispatchEvent(new Event('input', { bubbles: true }));
  box().focus();
}

function answered() {
  options().forEach((option, index) => { option.id = `found-${index}`; });
  choose(exact() ?? options()[0]);
  if (!waiting || found().dataset.for !== box().value) return;
  const isElsewhere = waiting.isElsewhere;
  waiting = null;
  go(chosen(), isElsewhere);
}

function go(option, isElsewhere) {
  if (!option) return;
  const selector = option.dataset.click;
  if (isElsewhere && !selector) {
    window.open(option.href, '_blank', 'noopener');
    return;
  }
  dialog().close();
  if (selector) document.querySelector(selector)?.click();
  else option.click();
}

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    open();
    return;
  }
  if (!dialog()?.open || event.isComposing) return;
  const all = options();
  const at = all.indexOf(chosen());
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    choose(all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (found().dataset.for === box().value) go(chosen(), event.ctrlKey || event.metaKey);
    else waiting = { isElsewhere: event.ctrlKey || event.metaKey };
  }
}, true);

document.addEventListener('input', event => { if (event.target === box()) waiting = null; });

document.addEventListener('click', event => {
  if (event.target.closest('[data-palette]')) open();
  const option = event.target.closest('#palette [role=option]');
  if (!option || !dialog().open || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  go(option, false);
}, true);
