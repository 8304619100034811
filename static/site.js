'use strict';
// Everything on the site works without this file. It adds forms that compare two codes, buttons that copy an example,
// the choice of colours, and repairs addresses on the page for what is not there.
{
  // Pages that were seen, and all codes of the language, can be read without a connection.
  if ('serviceWorker' in navigator) {
    const script = new URL('sw.js', document.currentScript.src);
    addEventListener('load', () => {
      navigator.serviceWorker.register(script).then(() => navigator.serviceWorker.ready).then(({ active }) => {
        if (!navigator.connection?.saveData) active.postMessage({ keep: document.documentElement.lang });
      }).catch(() => {});
    });
  }

  // Colours: as the system has them, unless the reader chooses. `theme.js` applies the choice before the first paint.
  const theme = document.querySelector('#theme select');
  const paint = (choice) => {
    theme.value = choice;
    if (choice) document.documentElement.dataset.theme = choice;
    else delete document.documentElement.dataset.theme;
  };
  if (theme) {
    paint(document.documentElement.dataset.theme ?? '');
    theme.parentElement.hidden = false;
    theme.addEventListener('change', () => {
      paint(theme.value);
      try {
        if (theme.value) localStorage.setItem('theme', theme.value);
        else localStorage.removeItem('theme');
      } catch { /* A browser that keeps nothing shows the choice on this page. */ }
    });
    addEventListener('storage', (event) => event.key === 'theme' && paint(event.newValue ?? ''));
  }

  // The language switch leads to the section that is being read: ids are the same in every language.
  for (const link of document.querySelectorAll('.languages a')) {
    link.addEventListener('click', () => {
      const above = [...document.querySelectorAll('main h2[id], main h3[id]')]
        .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      link.hash = scrollY > 200 && above.length > 0 ? above.at(-1).id : location.hash;
    });
  }

  // The list of contents in the bar above a comparison folds up once it has been used.
  const contents = document.querySelector('.sides details');
  if (contents) {
    const close = () => { contents.open = false; };
    for (const link of contents.querySelectorAll('a')) link.addEventListener('click', close);
    document.addEventListener('click', (event) => contents.contains(event.target) || close());
    contents.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !contents.open) return;
      close();
      contents.querySelector('summary').focus();
    });
  }

  // A button on each example message; what happened is said in a live region.
  const say = document.getElementById('say');
  if (say && navigator.clipboard) {
    for (const example of document.querySelectorAll('pre')) {
      const button = document.createElement('button');
      button.className = 'copy';
      button.textContent = say.dataset.copy;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(`${example.textContent}\n`);
        say.textContent = say.dataset.done;
        button.dataset.done = '';
        setTimeout(() => {
          say.textContent = '';
          delete button.dataset.done;
        }, 4000);
      });
      example.before(button);
    }
  }

  // On the page of a code: its list of comparisons as a menu, those that are most often confused first.
  for (const form of document.querySelectorAll('[data-compare]')) {
    const menu = form.querySelector('select');
    for (const list of form.parentElement.querySelectorAll('ul')) {
      const group = document.createElement('optgroup');
      group.label = list.closest('details')?.querySelector('summary').textContent ?? form.dataset.compare;
      for (const link of list.querySelectorAll('a')) {
        const option = new Option(link.textContent, link.pathname);
        option.lang = (link.querySelector('[lang]') ?? document.documentElement).lang;
        group.append(option);
      }
      menu.append(group);
    }
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      location.href = menu.value;
    });
  }

  // On the page of a protocol: two codes give the address of their comparison, the lower code first.
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

  // The page for what is not there: a reversed pair, a language that the site does not have, a near miss.
  const known = document.getElementById('known');
  if (known) {
    const { root, ...protocols } = known.dataset;
    const boxes = [...document.querySelectorAll('[data-suggest]')];
    const languages = boxes.map((box) => box.dataset.suggest);
    let path = location.pathname;
    try { path = decodeURIComponent(path); } catch { /* An address that is no text is taken as it is. */ }
    const parts = path.slice(root.length).toLowerCase().split('/').filter((part) => part !== '');
    const named = languages.find((tag) => tag === parts[0]?.slice(0, 2) && parts[0].length !== 3);
    const language = named ?? languages[0];
    const protocol = Object.keys(protocols).find((key) => parts.includes(key)) ?? Object.keys(protocols)[0];
    const codes = (protocols[protocol] ?? '').split(' ');
    const prefix = `${root}${language === languages[0] ? '' : `${language}/`}${protocol}/`;
    const rest = parts.slice(named ? 1 : 0).filter((part) => part !== protocol).join(' ');
    const words = rest.match(/[a-z0-9]+/g) ?? [];
    // A name such as `not-home` may itself hold a dash: the longest names are looked for first.
    let left = ` ${words.join(' ')} `;
    const exact = [];
    for (const code of [...codes].sort((a, b) => b.length - a.length)) {
      const word = ` ${code.replaceAll(/[^a-z0-9]+/g, ' ')} `;
      if (!left.includes(word)) continue;
      exact.push(code);
      while (left.includes(word)) left = left.replace(word, ' ');
    }
    exact.sort((a, b) => codes.indexOf(a) - codes.indexOf(b));
    const pair = (a, b) => `${prefix}${a}-vs-${b}/`;
    const links = exact.map((code) => [`${prefix}${code}/`, code]);
    if (exact.length > 1) links.unshift([pair(exact[0], exact[1]), `${exact[0]} vs ${exact[1]}`]);
    // Nothing but one or two codes: no question is left. A language that the site lacks falls away.
    const noise = left.split(' ').filter((word) => word !== '' && !/^(vs|versus|and|or|html?|index|[a-z]{2})$/.test(word));
    if (noise.length === 0 && (exact.length === 1 || exact.length === 2) && links[0][0] !== location.pathname) {
      location.replace(links[0][0] + location.hash);
    }
    if (exact.length < 2) {
      const near = (code) => words.some((word) => !codes.includes(word) && word.length === code.length &&
        [...word].filter((letter, i) => letter !== code[i]).length === 1);
      for (const code of codes.filter(near).slice(0, 6)) {
        links.push([`${prefix}${code}/`, code]);
        if (exact.length === 1 && code !== exact[0]) {
          const [low, high] = [code, exact[0]].sort((a, b) => codes.indexOf(a) - codes.indexOf(b));
          links.push([pair(low, high), `${low} vs ${high}`]);
        }
      }
    }
    const box = boxes.find((one) => one.dataset.suggest === language);
    if (links.length > 0) {
      for (const [href, label] of links) {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = label;
        const item = document.createElement('li');
        item.append(link);
        box.querySelector('ul').append(item);
      }
      box.hidden = false;
    }
    document.documentElement.lang = language;
    const section = box.parentElement;
    const [title, first] = [section.querySelector('h1, h2'), document.querySelector('main h1')];
    if (title !== first) {
      // One heading of the first rank, and it is the one that comes first.
      const swap = (from, rank) => {
        const to = document.createElement(rank);
        to.append(...from.childNodes);
        from.replaceWith(to);
      };
      swap(first, 'h2');
      swap(title, 'h1');
      section.parentElement.prepend(section);
    }
  }
}
