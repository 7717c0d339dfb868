// What is written in a form stays in this tab until it was sent or put away: the connection, the node and the page may all be
// gone in between. A form says by data-keep under which name; its fields are kept by theirs, with the page's path.
const keyOf = (name, path = location.pathname) => `written ${path} ${name}`;
const all = () => [...document.querySelectorAll('form[data-keep]')];

const fields = form => Object.fromEntries([...form.elements].filter(field => field.name)
  .map(field => [field.name, field.type === 'checkbox' ? `${field.checked}` : field.value]));

const kept = name => JSON.parse(sessionStorage.getItem(keyOf(name)));

// With which of them a person wrote: the others follow what the page shows when it comes back.
function keep(form, wrote) {
  const touched = new Set(kept(form.dataset.keep)?.touched).add(wrote);
  const entry = { fields: fields(form), touched: [...touched].filter(Boolean) };
  sessionStorage.setItem(keyOf(form.dataset.keep), JSON.stringify(entry));
}

export const read = name => kept(name)?.fields ?? null;
export const forget = (name, path) => sessionStorage.removeItem(keyOf(name, path));

// Whether all that a form holds would come back.
export const isKept = form => !!form?.dataset.keep && sessionStorage.getItem(keyOf(form.dataset.keep)) !== null;

const says = (field, event) => field.dispatchEvent(new Event(event, { bubbles: true }));

// Writes what was kept into the forms of a panel, as if it were typed: the page's server side hears of each field.
export function bring(panel) {
  for (const form of panel.querySelectorAll('form[data-keep]')) {
    const entry = kept(form.dataset.keep);
    for (const [name, value] of Object.entries(entry?.fields ?? {})) {
      const field = form.elements.namedItem(name);
      if (!field || field.disabled || !(field.type === 'hidden' || entry.touched.includes(name))) continue;
      const isBox = field.type === 'checkbox';
      if ((isBox ? `${field.checked}` : field.value) === value) continue;
      if (isBox) field.checked = value === 'true';
      else field.value = value;
      if (!isBox) says(field, 'input');
      says(field, 'change');
    }
  }
}

export function dropAll(panel, path) {
  for (const form of panel.querySelectorAll('form[data-keep]')) forget(form.dataset.keep, path);
}

export const toFault = () => document.querySelector('[aria-invalid=true]')?.focus();

const written = event => {
  const form = event.target.form;
  if (form?.dataset.keep && event.target.name) keep(form, event.target.name);
};
document.addEventListener('input', written);
document.addEventListener('change', written);
// A button in a form may add and remove fields: what is there when the page goes is what was meant.
addEventListener('pagehide', () => all().filter(isKept).forEach(form => keep(form)));
