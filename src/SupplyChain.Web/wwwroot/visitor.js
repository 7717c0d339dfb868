// Runs before anything else reads what the tab keeps (pages looked at, forms begun): that is its visitor's own. Who signs in
// after another visitor begins with nothing; the page to sign in has no visitor, so that the same one comes back to what was written.
(() => {
  const { visitor } = document.documentElement.dataset;
  if (!visitor || sessionStorage.getItem('visitor') === visitor) return;
  sessionStorage.clear();
  sessionStorage.setItem('visitor', visitor);
})();
