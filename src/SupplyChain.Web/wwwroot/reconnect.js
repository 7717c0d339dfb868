// A node that was started anew does not know the page any more: everything is in the address, so load it again.
document.getElementById('components-reconnect-modal').addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'rejected') location.reload();
  if (event.detail.state !== 'failed') return;
  const look = async () => {
    const up = await fetch('/health/ready', { cache: 'no-store' }).then(answer => answer.ok, () => false);
    if (up) location.reload();
    else setTimeout(look, 2000);
  };
  look();
});
