'use strict';
// Read before the first paint: a reader who has chosen colours never sees the others flash by.
try {
  const chosen = localStorage.getItem('theme');
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {}
