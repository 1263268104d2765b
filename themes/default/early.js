// Runs before the first paint: what only scripts bring is shown, and the chosen theme never flashes in the other one.
document.documentElement.classList.add('js');
try {
  const theme = localStorage.getItem('milepost-theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing shows the theme of the system.
}
