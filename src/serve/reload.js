// Loads the page again when the server has a new one. Served by `versus serve` only; a built site has none of this.
{
  const { src, dataset: { build } } = document.currentScript;
  let source;
  const stop = () => {
    source?.close();
    source = undefined;
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
      location.reload();
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
