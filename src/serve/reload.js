// Shows the new page when the server has one. Served by `versus serve` only; a built site has none of this.
{
  const { src, dataset: { build } } = document.currentScript;
  let source;
  const stop = () => {
    source?.close();
    source = undefined;
  };
  // Written over the old page: a browser takes several times as long to go to an address. Scripts of the page start anew.
  const show = async () => {
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      if (!answer.headers.get('content-type')?.startsWith('text/html')) throw new TypeError('no page');
      const html = await answer.text();
      const { scrollX, scrollY } = window;
      document.open();
      document.write(html);
      document.close();
      scrollTo(scrollX, scrollY);
    } catch {
      location.reload();
    }
  };
  const listen = () => {
    // A browser opens six connections to one host. Pages that nobody looks at leave theirs to the others.
    if (document.hidden) {
      stop();
      return;
    }
    if (source) return;
    source = new EventSource(new URL('events', src));
    source.onmessage = ({ data }) => {
      if (data === build) return;
      stop();
      show();
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
