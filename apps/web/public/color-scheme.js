// Runs before the first paint, as a file because the content security policy allows no inline script.
// The key and the attribute are Mantine's.
(() => {
  let wanted;
  try {
    wanted = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    wanted = null; // storage may be forbidden; the system decides then
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const scheme = wanted === 'dark' || wanted === 'light' ? wanted : system;
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
