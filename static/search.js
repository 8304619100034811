'use strict';
// The search box in the header: a combobox over a list of codes, comparisons and pages. Everything that it knows comes
// from one file, read when a reader first turns to the box; what a reader types stays on the page.
{
  const form = document.querySelector('[data-search]');
  const cjk = /[\u3005-\u30ff\u3400-\u9fff]/;

  /** Letters as they are compared: without marks, wide forms and capitals. A Japanese sound mark is part of its letter. */
  const fold = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase().replace(/đ/g, 'd');
  const split = (text) => text.match(/[\u3005-\u30ff\u3400-\u9fff]+|(?:(?![\u3005-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+/gu) ?? [];
  const bare = (text) => text.replace(/[\u3041-\u309f]+/g, '');
  /** The words of a query, without those that say nothing. Where no spaces stand, such words part the others. */
  const wanted = (text, ignore) => {
    const words = split(text).flatMap((word) => (cjk.test(word) ? word.split(/([\u3041-\u309f]+)/) : [word]).reduce((runs, run) => {
      if (ignore.has(run)) runs.push('');
      else runs[runs.length - 1] += run;
      return runs;
    }, [''])).filter((word) => word !== '');
    return [...new Set(words.length > 0 ? words : split(text))];
  };
  const fill = (pattern, ...values) => values.reduce((text, value) => text.replace('{}', value), pattern);

  /** How many letters have to be changed, swapped, added or taken away; at most `most` is looked for. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let rows = [[], [...Array(b.length + 1).keys()]];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(rows[1][j] + 1, row[j - 1] + 1, rows[1][j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], rows[0][j - 2] + 1);
      }
      rows = [rows[1], row];
    }
    return rows[1][b.length];
  };

  /** Two letters that stand next to each other are the word of a language without spaces. */
  const shared = (token, text) => {
    let found = 0;
    for (let i = 0; i + 1 < token.length; i += 1) found += text.includes(token.slice(i, i + 2));
    const share = found / (token.length - 1);
    return share > 0.3 ? share * 0.7 : 0;
  };

  /** How well a field answers a word, from 0 to 1. */
  const closeness = (token, field) => {
    if (cjk.test(token)) {
      if (field.text.includes(token)) return 1;
      const core = bare(token);
      if (core.length < 2) return token.length > 2 && core === '' ? shared(token, field.text) : 0;
      return field.bare.includes(core) ? 0.9 : shared(core, field.bare);
    }
    const number = /^\d/.test(token);
    let best = 0;
    for (const word of field.words) {
      if (word === token) return 1;
      if (word.startsWith(token)) best = Math.max(best, 0.8);
      if (best > 0.5 || !field.close || token.length < (number ? 3 : 4) || cjk.test(word)) continue;
      if (number) {
        if (field.key && distance(token, word, 1) < 2) best = 0.3;
        continue;
      }
      let same = 0;
      while (same < token.length && token[same] === word[same]) same += 1;
      // The endings of a word change with the sentence around it.
      if (same > 3 && token.length - same < 4 && word.length - same < 5) best = Math.max(best, 0.7 - 0.05 * (token.length - same));
      else if (distance(token, word, token.length > 7 ? 2 : 1) <= (token.length > 7 ? 2 : 1)) best = Math.max(best, 0.5);
    }
    return best;
  };

  /** A text to look into. Names forgive a slip of the hand, long texts would forgive too much. */
  const field = (weight, text, key = false) => {
    const folded = fold(text);
    return { weight, key, close: weight > 1.5, raw: text.toLowerCase(), text: folded, bare: bare(folded), words: split(folded) };
  };

  /** What can be found: label, second line, address, and fields to look into. */
  const prepare = (index) => {
    const codes = [];
    const pairs = [];
    for (const book of index.books) {
      const own = book.codes.map(([slug, phrase, gloss, words, text], at) => ({
        book, at, slug, label: `${slug} ${phrase}`, known: 1 + book.pairs.filter((two) => two.includes(at)).length / 20, note: gloss, href: fill(book.code, slug),
        fields: [field(6, slug, true), field(5, phrase), field(4, gloss), field(3.5, words), field(1.5, text)],
      }));
      codes.push(...own);
      for (const [a, b, summary] of book.pairs) {
        const two = pair(index, own[a], own[b]);
        pairs.push({ ...two, note: summary || two.note, fields: [field(2, `${own[a].label} ${own[b].label}`), field(0.8, summary)] });
      }
    }
    const pages = index.pages.map(([label, href]) => ({ label, href, note: '', fields: [field(href.includes('#') ? 2 : 4, label)] }));
    return { ignore: new Set([...index.ignore.split(' '), ...index.books.map(({ name }) => name)].map(fold)), codes, pairs, all: [...codes, ...pairs, ...pages] };
  };

  const pair = (index, one, other) => {
    const [a, b] = one.at < other.at ? [one, other] : [other, one];
    return { codes: [a, b], label: fill(index.pair, a.label, b.label), note: `${a.note} / ${b.note}`, href: fill(a.book.pair, a.slug, b.slug) };
  };

  /** Everything that answers words, best first. A word that few things know says more than one that many know. */
  const rank = (query, things, ignore) => {
    const tokens = wanted(fold(query), ignore);
    const raw = query.trim().toLowerCase().normalize('NFC');
    const found = things.map((thing) => ({ thing, hits: tokens.map((token) => thing.fields.map((one) => closeness(token, one))) }));
    const rare = tokens.map((_, i) => Math.log(1 + things.length / (1 + found.filter(({ hits }) => Math.max(...hits[i]) > 0.4).length)));
    for (const one of found) {
      const { fields } = one.thing;
      const whole = tokens.filter((_, i) => Math.max(...one.hits[i]) > 0).length / tokens.length;
      one.score = tokens.reduce((sum, _, i) => sum + rare[i] * Math.max(...fields.map((into, j) => into.weight * one.hits[i][j])), 0);
      // What people compare often is what they look for often.
      one.score *= whole * (/^\d\d?$/.test(raw) ? 1 : one.thing.known ?? 1);
      // Who writes the marks of a language means them; who writes a whole phrase means that phrase.
      if (fields.some((into) => into.raw.includes(raw))) one.score *= 1.3;
      if (fields.some((into) => into.text === fold(raw))) one.score *= 2;
    }
    found.sort((a, b) => b.score - a.score);
    return found.filter(({ score }) => score > 0 && score > found[0].score * 0.25);
  };

  /** Results for a query, best first. */
  const search = (index, known, query) => {
    const text = fold(query);
    const results = new Map();
    const add = (thing) => results.set(thing.href, results.get(thing.href) ?? thing);
    const place = ({ slug }) => text.search(new RegExp(`(?<![\\p{L}\\p{N}.:](?<!${cjk.source}))${slug}(?![a-z0-9]|[.:]\\d)`, 'u'));
    const exact = known.codes.map((code) => [place(code), code]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]).map(([, code]) => code);
    const together = (list) => list.forEach((one, i) => list.slice(0, i).forEach((other) => one.book === other.book && add(pair(index, one, other))));
    together(exact.slice(0, 4));
    exact.forEach(add);
    let rest = exact.reduce((left, { slug }) => left.replace(slug, ' '), text);
    const between = index.between.split(' ').map((word) => (cjk.test(word) ? fold(word) : `(?<!\\p{L})${fold(word)}\\.?(?!\\p{L})`));
    const joint = new RegExp(`\\s*(?:[/,;&|]|${between.join('|')})\\s*`, 'u');
    const sides = text.split(joint).filter((side) => split(side).length > 0);
    if (exact.length < 2 && sides.length === 2) {
      // A code or a word on either side: "486 vs decline".
      const [one, other] = sides.map((side) => exact.find((code) => split(side).includes(code.slug)) ?? rank(side, known.codes, known.ignore).find(({ score }) => score > 4)?.thing);
      if (one && other && one !== other && one.book === other.book) {
        const first = pair(index, one, other);
        const others = [...results.values()];
        results.clear();
        [first, ...others, one, other].forEach(add);
      }
    }
    rest = split(rest.replace(joint, ' ')).join(' ');
    if (exact.length === 0 || rest !== '') {
      const ranked = rank(exact.length === 0 ? query : rest, known.all, known.ignore);
      if (exact.length === 1) {
        const other = ranked.find(({ thing, score }) => thing.book && thing !== exact[0] && score > 8);
        if (other) add(pair(index, exact[0], other.thing));
      }
      if (exact.length < 2) ranked.forEach(({ thing }) => add(thing));
    }
    if (exact.length === 1) known.pairs.filter(({ codes }) => codes.includes(exact[0])).forEach(add);
    const way = index.books.find(({ trace }) => trace)?.trace;
    const long = way && query.length > 30 ? [{ label: index.trace, note: '', href: way, text: query }] : [];
    return [...[...results.values()].slice(0, index.most - long.length), ...long];
  };

  const box = () => {
    const input = form.querySelector('input');
    // Addresses in the data start from where the data is.
    const root = new URL(form.dataset.search, location);
    const list = document.createElement('ul');
    const status = document.createElement('p');
    let from;
    let index;
    let results = [];
    let active = -1;

    form.hidden = false;
    list.id = 'found';
    list.hidden = true;
    for (const [element, attributes] of [
      [list, { role: 'listbox', 'aria-label': input.getAttribute('aria-label') }],
      [status, { role: 'status' }],
      [input, { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'found', 'aria-autocomplete': 'list', 'aria-keyshortcuts': '/', autocomplete: 'off', spellcheck: 'false' }],
    ]) {
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    }
    form.append(list, status);

    // While a page is edited, its data gets another name.
    const load = () => {
      if (from !== form.dataset.search) {
        from = form.dataset.search;
        index = fetch(from).then((response) => response.json()).then((data) => ({ ...data, known: prepare(data) })).catch(() => { from = undefined; });
      }
      return index;
    };
    const choose = (at) => {
      active = at;
      [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
      if (at < 0) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', list.children[at].id);
      return list.children[at].scrollIntoView({ block: 'nearest' });
    };
    const open = (shown) => {
      list.hidden = !shown;
      input.setAttribute('aria-expanded', String(shown));
      if (!shown) choose(-1);
    };
    const close = () => {
      open(false);
      status.textContent = '';
    };
    const line = (name, text) => {
      const part = document.createElement(name);
      part.textContent = text;
      return part;
    };
    const show = async () => {
      const query = input.value;
      const data = await load();
      // Whoever types on sees the results of what stands there now.
      if (!data || query !== input.value || document.activeElement !== input) return;
      form.dataset.shown = query;
      if (split(query).length === 0) {
        list.replaceChildren();
        results = [];
        return close();
      }
      results = search(data, data.known, query);
      list.replaceChildren(...results.map(({ label, note, href }, i) => {
        const item = line('li', label);
        item.id = `found-${i}`;
        item.dataset.href = new URL(href, root).href.slice(location.origin.length);
        item.setAttribute('role', 'option');
        if (note) item.append(line('small', note));
        return item;
      }));
      open(results.length > 0);
      choose(-1);
      status.textContent = results.length > 0 ? data.counts[results.length] : data.nothing;
      status.className = results.length > 0 ? 'heard' : '';
    };
    const go = (at) => {
      if (results[at] && !list.hidden) leave(results[at]);
    };
    // A text is handed over inside the browser; where that is forbidden, the reader pastes it again.
    const leave = ({ href, text }) => {
      try {
        if (text) sessionStorage.setItem('trace', text);
      } catch { /* Nothing is stored. */ }
      location.href = new URL(href, root);
    };

    input.addEventListener('focus', load);
    input.addEventListener('input', show);
    input.addEventListener('blur', close);
    input.addEventListener('paste', async (event) => {
      const text = event.clipboardData.getData('text');
      if (!text.trim().includes('\n')) return;
      event.preventDefault();
      const href = (await load())?.books.find(({ trace }) => trace)?.trace;
      if (href) return void leave({ href, text });
      input.value = text.trim().split('\n')[0];
      show();
    });
    // A pointer must not take the focus away before it has chosen.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => go([...list.children].indexOf(event.target.closest('li'))));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const chosen = Math.max(active, 0);
      if (list.hidden) await show();
      go(chosen);
    });
    input.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') {
        event.preventDefault();
        if (list.hidden) input.value = '';
        close();
      } else if (step && results.length > 0 && !event.altKey) {
        event.preventDefault();
        if (list.hidden) return void show();
        // One place more than there are results: the box itself.
        const places = results.length + 1;
        choose(((active + 1 + step + places) % places) - 1);
      }
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  };

  if (form) box();
}
