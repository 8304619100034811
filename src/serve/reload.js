// Shows what was edited in the open page. Served by `versus serve` only; a built site has none of this.
//
// It stands before all scripts that wait for the end of a page, so that it sees the page as it was sent. What differs
// between that and the page that the server has now is done to the open page, which keeps its place, its focus and what
// was typed. That is safe where each spot is still as it was sent and no script has made anything of it: either all
// differences are such, or the new page is written over the old one.
{
  const { src, dataset: { build: first } } = document.currentScript;
  // What a browser takes in once, and what a script copies into something else when it starts.
  const TAKEN = 'script:not([type="application/ld+json"]), style, base, meta[http-equiv], link[rel="stylesheet"], :has(> [data-compare])';
  // Where scripts look for elements when they start, so that none may come or go.
  const SEARCHED = `${TAKEN}, header, form, select, .sides, #known, [data-suggest]`;

  // The page as it was sent, of whose nodes each knows its twin in the open page.
  const sent = document.implementation.createHTMLDocument().importNode(document.documentElement, true);
  const twins = new WeakMap();
  const pair = (node, twin) => {
    twins.set(node, twin);
    node.childNodes.forEach((child, i) => pair(child, twin.childNodes[i]));
  };
  pair(sent, document.documentElement);
  // The colours that a reader has chosen are set before.
  sent.removeAttribute('data-theme');

  /** Lists in `changes` what to do so that `old`, a part of the page as sent, becomes `fresh`; false where that is not safe. */
  const compare = (old, fresh, changes) => {
    if (old.isEqualNode(fresh)) return true;
    const live = twins.get(old);
    if (!live.isConnected) return false;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (live.data !== old.data || live.parentNode !== twins.get(old.parentNode) || old.parentNode.closest(TAKEN)) return false;
      changes.push(() => {
        for (const node of [old, live]) node.data = fresh.data;
      });
      return true;
    }
    for (const name of new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()])) {
      const value = fresh.getAttribute(name);
      if (value === old.getAttribute(name)) continue;
      // Data is for scripts, which read it when they start. The search box reads its own whenever it is used.
      const read = name !== 'data-search' && (name.startsWith('data-') || old.closest(`${TAKEN}, form`));
      if (read || live.getAttribute(name) !== old.getAttribute(name)) return false;
      changes.push(() => {
        for (const node of [old, live]) {
          if (value === null) node.removeAttribute(name);
          else node.setAttribute(name, value);
        }
      });
    }
    const [was, is] = [[...old.childNodes], [...fresh.childNodes]];
    if (was.length === is.length && was.every(({ nodeName }, i) => nodeName === is[i].nodeName)) {
      return was.every((child, i) => compare(child, is[i], changes));
    }
    return exchange(old, live, was, is, changes);
  };

  /** The same for children that come or go: those between what is equal at both ends. */
  const exchange = (old, live, was, is, changes) => {
    const least = Math.min(was.length, is.length);
    let start = 0;
    while (start < least && was[start].isEqualNode(is[start])) start += 1;
    let end = 0;
    while (end < least - start && was.at(-1 - end).isEqualNode(is.at(-1 - end))) end += 1;
    const [gone, come] = [was.slice(start, was.length - end), is.slice(start, is.length - end)];
    const untouched = live.childNodes.length === was.length && was.every((child, i) => twins.get(child) === live.childNodes[i]) &&
      gone.every((child) => child.isEqualNode(twins.get(child)));
    const plain = (node) => !node.matches?.(`${SEARCHED}, pre`) && !node.querySelector?.(`${SEARCHED}, pre`);
    if (!untouched || old.closest(SEARCHED) || ![...gone, ...come].every(plain)) return false;
    changes.push(() => {
      const next = was[was.length - end] ?? null;
      for (const node of gone) {
        twins.get(node).remove();
        node.remove();
      }
      for (const node of come) {
        const twin = document.importNode(node, true);
        live.insertBefore(twin, twins.get(next) ?? null);
        pair(old.insertBefore(node, next), twin);
      }
    });
    return true;
  };

  let source;
  let [shown, wanted, busy, left] = [first, first, false, false];
  const stop = () => {
    source?.close();
    source = undefined;
  };

  /** Writes a page over the open one: a browser takes several times as long to go to an address. */
  const write = (html) => {
    const fields = () => [...document.querySelectorAll('input[type="search"], textarea')];
    const typed = fields().map(({ value }) => value);
    const { scrollX, scrollY } = window;
    left = true;
    stop();
    document.open();
    // All scripts of the page have started, and the page has its height.
    document.addEventListener('DOMContentLoaded', () => {
      fields().forEach((field, i) => { field.value = typed[i] || field.value; });
      scrollTo(scrollX, scrollY);
    }, { once: true });
    document.write(html);
    document.close();
  };

  const show = async () => {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (!answer.headers.get('content-type')?.startsWith('text/html')) throw new TypeError('no page');
    const html = await answer.text();
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const script = fresh.querySelector('script[data-build]');
    const changes = [];
    shown = script.dataset.build;
    script.dataset.build = first;
    if (compare(sent, fresh.documentElement, changes)) {
      for (const change of changes) change();
      return;
    }
    // What a page may load was settled when the browser went there: little for a page of errors.
    const [old, now] = [sent, fresh].map((page) => page.querySelector('meta[http-equiv]')?.content);
    const loaded = performance.getEntriesByType('navigation')[0]?.responseStatus;
    if (answer.ok && (loaded >= 500 || (old && old !== now))) location.reload();
    else write(html);
  };

  /** Brings the page up to date, once at a time. */
  const follow = async () => {
    if (busy) return;
    busy = true;
    try {
      let asked;
      do {
        asked = wanted;
        await show();
      } while (!left && wanted !== asked && wanted !== shown);
    } catch {
      location.reload();
    }
    busy = false;
  };

  const listen = () => {
    // A browser opens six connections to one host. Pages that nobody looks at leave theirs to the others.
    if (document.hidden) {
      stop();
      return;
    }
    if (source || left) return;
    source = new EventSource(new URL('events', src));
    source.onmessage = ({ data }) => {
      wanted = data;
      if (wanted !== shown) follow();
    };
    source.onerror = () => {
      // The browser tries again by itself, unless it was refused.
      if (source?.readyState !== EventSource.CLOSED) return;
      stop();
      setTimeout(listen, 1000);
    };
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', stop);
  addEventListener('pageshow', listen);
  listen();
}
