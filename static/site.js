'use strict';
// Everything on the site works without this file. It adds a form that compares two codes, and repairs addresses
// on the page for what is not there.

// The form on the page of a protocol: two codes give the address of their comparison, the lower code first.
for (const form of document.querySelectorAll('[data-pick]')) {
  form.hidden = false;
  const [first, second] = form.querySelectorAll('select');
  if (second.options.length > 1) second.selectedIndex = 1;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const indexes = [first.selectedIndex, second.selectedIndex].sort((a, b) => a - b);
    const [low, high] = indexes.map((index) => first.options[index].value);
    const slug = (href) => href.slice(form.dataset.base.length, -1);
    location.href = low === high ? low : `${form.dataset.base}${slug(low)}-vs-${slug(high)}/`;
  });
}

// The page for what is not there: the reversed pair, a pair or code without its language, a near miss.
const known = document.getElementById('known');
if (known) {
  const root = known.dataset.root;
  const path = decodeURIComponent(location.pathname).slice(root.length).split('/').filter((part) => part !== '');
  const languages = [...document.querySelectorAll('[data-suggest]')].map((box) => box.dataset.suggest);
  const language = languages.includes(path[0]) ? path.shift() : languages[0];
  const protocol = Object.keys(known.dataset).find((key) => key === (path[0] ?? '').toLowerCase()) ??
    Object.keys(known.dataset).find((key) => key !== 'root');
  const codes = (known.dataset[protocol] ?? '').split(' ');
  const prefix = `${root}${language === languages[0] ? '' : `${language}/`}${protocol}/`;
  const rest = path.filter((part) => part.toLowerCase() !== protocol).join(' ').toLowerCase();
  const exact = codes.filter((code) => new RegExp(`(^|[^a-z0-9])${code}([^a-z0-9]|$)`).test(rest));
  const links = [];
  if (exact.length >= 2) {
    const [low, high] = exact;
    const target = `${prefix}${low}-vs-${high}/`;
    if (exact.length === 2 && target !== location.pathname) location.replace(target);
    links.push([target, `${low} vs ${high}`]);
  }
  for (const code of exact) links.push([`${prefix}${code}/`, code]);
  if (exact.length === 0) {
    const wanted = rest.match(/[a-z0-9]+/g) ?? [];
    const near = (code) => wanted.some((word) => word.length === code.length &&
      [...word].filter((letter, i) => letter !== code[i]).length === 1);
    for (const code of codes.filter(near).slice(0, 6)) links.push([`${prefix}${code}/`, code]);
  }
  const box = document.querySelector(`[data-suggest="${language}"]`);
  if (box && links.length > 0) {
    for (const [href, label] of links) {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = label;
      const item = document.createElement('li');
      item.append(link);
      box.querySelector('ul').append(item);
    }
    box.hidden = false;
    document.documentElement.lang = language;
    box.parentElement.parentElement.prepend(box.parentElement);
  }
}
