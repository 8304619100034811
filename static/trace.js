'use strict';
// Reads a pasted text in the browser: every code and cause in it, and the two that matter. What to look for is data; the
// text itself is sent nowhere.
{
  const form = document.getElementById('trace');
  const part = (id) => document.getElementById(id);
  const fill = (pattern, ...values) => values.reduce((text, value) => text.replace('{}', value), pattern);
  const once = (list) => [...new Set(list)];

  /** Everything that is found, in the order of the text. Of two patterns that find the same place, the first counts. */
  const read = (data, text) => {
    const codes = new Map(data.codes.map(([slug, phrase, meaning, ends], at) => [slug, { slug, phrase, meaning, ends, at }]));
    const causes = new Map(data.causes.flatMap((cause) => [cause.number, ...cause.aka].map((name) => [name, cause])));
    const taken = new Set();
    const events = [];
    for (const pattern of data.patterns) {
      for (const match of text.matchAll(new RegExp(pattern.find, 'gim'))) {
        const groups = { ...match.groups, ...(pattern.code && { code: pattern.code }), ...(pattern.cause && { cause: pattern.cause }) };
        const { code, method, call, phrase } = groups;
        const number = groups.cause ?? groups.name?.toUpperCase();
        const at = match.index + Math.max(0, match[0].lastIndexOf(code ?? groups.cause ?? groups.name ?? method ?? call));
        const known = codes.get(code);
        const cause = causes.get(number);
        if (taken.has(at) || (phrase && !(known && phrase.toLowerCase().startsWith(known.phrase.toLowerCase())))) continue;
        // A number that is no code is news in a message, and chance in a line of a log.
        if ((code && !known && pattern.kind === 'line') || (groups.name && !cause)) continue;
        taken.add(at);
        events.push({ kind: pattern.kind, at, code, number: cause?.number ?? number, cause, known, method: method?.toUpperCase(), call });
      }
    }
    events.sort((a, b) => a.at - b.at);
    let message;
    for (const event of events) {
      if (event.kind === 'response' || event.kind === 'request') message = event;
      if (event.kind !== 'field' || !message) continue;
      if (event.method) message.method ??= event.method;
      if (event.call) message.call ??= event.call;
      event.within = message;
    }
    return { events: events.filter(({ kind, code, number }) => kind !== 'request' && (code || number)), codes };
  };

  /** The two codes that say most about how it ended, see the rule on the page. */
  const matter = (data, { events, codes }) => {
    const said = events.filter(({ kind, known }) => known && kind !== 'field' && !data.aside.includes(known.slug));
    const main = said.filter(({ method }) => !method || method === data.main);
    const answers = main.length > 0 ? main : said;
    const left = answers.filter((answer) => !data.challenges.includes(answer.code) || !answers.some((later) => later.at > answer.at &&
      later.known.ends > 0 && !data.challenges.includes(later.code) && (!answer.call || !later.call || answer.call === later.call)));
    const ending = (ends) => left.filter(({ known }) => known.ends === ends).map(({ known }) => known).reverse();
    const by = events.filter(({ cause }) => cause).map(({ cause }) => codes.get(cause.to[0])).filter(Boolean).reverse();
    const [failed, rest] = [ending(2), [...ending(1), ...by, ...ending(0)]];
    return once([...failed, ...(failed.length > 0 ? by : []), ...rest]).slice(0, 2);
  };

  const element = (name, content, attributes = {}) => {
    const made = document.createElement(name);
    made.append(...[content].flat());
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const page = async () => {
    const root = new URL(form.dataset.trace, location);
    const text = part('text');
    const data = await fetch(root).then((response) => response.json());
    const link = (label, href) => element('a', label, { href: new URL(href, root).href });
    // A phrase is English on every page.
    const named = ({ slug, phrase }) => [`${slug} `, element('i', phrase, { lang: 'en', translate: 'no' })];
    const codeLink = (code) => link(named(code), fill(data.code, code.slug));

    /** One row for each code or cause: how often it is there, and where first. */
    const table = (id, found, key, cells) => {
      const groups = Map.groupBy ? Map.groupBy(found, key) : found.reduce((map, event) => map.set(key(event), [...(map.get(key(event)) ?? []), event]), new Map());
      const body = part(id).parentElement.querySelector('tbody');
      body.replaceChildren(...[...groups.values()].map((events) => {
        const { at } = events[0];
        const line = text.read.slice(0, at).split('\n').length;
        const shown = text.read.split('\n', line)[line - 1].trim().slice(0, 120);
        const [head, ...others] = cells(events[0], events, body.dataset);
        return element('tr', [element('th', head, { scope: 'row' }), ...others.map((cell) => element('td', cell)),
          element('td', String(events.length)), element('td', [String(line), ' ', element('code', shown, { translate: 'no' })])]);
      }));
      part(id).parentElement.hidden = groups.size === 0;
      return groups.size;
    };

    const show = () => {
      text.read = text.value.replace(/\r\n?/g, '\n');
      const found = read(data, text.read);
      const codes = table('found-codes', found.events.filter(({ code }) => code), ({ code }) => code, ({ code, known }, events, words) => [
        known ? codeLink(known) : code,
        known ? known.meaning : words.unknown,
        once(events.map(({ method, within }) => method ?? within?.method).filter(Boolean)).join(', '),
      ]);
      const causes = table('found-causes', found.events.filter(({ number }) => number), ({ number }) => number, ({ number, cause }, events, words) => [
        cause ? link(`${cause.label}`, cause.href) : number,
        cause ? [element('span', cause.name, { lang: 'en' }), element('small', cause.gloss)] : words.unknown,
        cause && cause.to.length > 0 ? [...cause.to.map((slug) => element('div', codeLink(found.codes.get(slug)))), element('small', cause.same ? `= ${words.same}` : `≠ ${words.lossy}`)] : '–',
      ]);
      const two = matter(data, found).sort((a, b) => a.at - b.at);
      const compare = part('compare').querySelector('a');
      if (two.length === 2) {
        compare.href = new URL(fill(data.pair, two[0].slug, two[1].slug), root).href;
        const [before, between, after] = data.name.split('{}');
        compare.replaceChildren(before, ...named(two[0]), between, ...named(two[1]), after);
      }
      const empty = text.value.trim() === '';
      part('compare').hidden = two.length < 2;
      part('nothing').hidden = codes + causes > 0;
      part('result').hidden = empty;
      part('said').textContent = empty ? '' : fill(data.said, codes, causes);
    };

    let waiting;
    text.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 150);
    });
    form.addEventListener('reset', () => setTimeout(show));
    form.querySelector('[value="sample"]').addEventListener('click', () => {
      text.value = data.sample;
      show();
    });
    // The search box hands over what was pasted there.
    try {
      text.value = sessionStorage.getItem('trace') ?? text.value;
      sessionStorage.removeItem('trace');
    } catch { /* A browser that stores nothing hands nothing over. */ }
    part('without').hidden = true;
    part('said').className = 'heard';
    form.hidden = false;
    if (text.value !== '') show();
  };

  if (form) page();
}
