// Runs before anything is drawn: the theme chosen here, else the system's. The cookies tell the server next time.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const keep = (name, value) => document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=31536000;samesite=strict`;
  const show = theme => {
    document.documentElement.dataset.theme = theme;
    keep('theme', theme);
    document.dispatchEvent(new CustomEvent('themed'));
  };
  const apply = () => show(localStorage.getItem('theme') ?? (system.matches ? 'dark' : 'light'));
  apply();
  // Times are written in the viewer's zone: asked for again when the server did not know it, before anything is drawn.
  const zone = `zone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}`;
  const isKnown = () => document.cookie.split('; ').includes(zone);
  if (!isKnown()) {
    document.cookie = `${zone};path=/;max-age=31536000;samesite=strict`;
    if (isKnown()) location.reload();
  }
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-theme-switch]')) return;
    const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    // Back to what the system shows is back to following it.
    if ((theme === 'dark') === system.matches) localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
    show(theme);
  });
})();
