//! Connections: HTTP/1 on loopback, with limits on how many, how long and how large.

use std::convert::Infallible;
use std::net::TcpListener;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::sync::watch::Receiver;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::Shown;
use super::answer::{self, Answer, Hosts};

/// Most connections at a time; further ones are closed at once.
const CONNECTIONS: usize = 128;
/// How long a request may take to arrive, the pause before it included.
const ARRIVAL: Duration = Duration::from_secs(5);
/// How long a connection may last, unless it waits for news.
const LIFE: Duration = Duration::from_secs(60);
/// Most bytes of a request before its body.
const HEAD: usize = 16 * 1024;
/// How often one that waits for news is told that there is none, so that those who went away are noticed.
const PULSE: Duration = Duration::from_secs(15);

/// Accepts connections until the program is ended.
///
/// # Errors
/// When the system gives no sockets.
pub(super) fn run(
    listeners: Vec<TcpListener>,
    port: u16,
    shown: Receiver<Arc<Shown>>,
) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("cannot serve: {error}");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(4)
        .build()
        .map_err(failed)?;
    runtime.block_on(async {
        let hosts = Arc::new(Hosts::new(port));
        let room = Arc::new(Semaphore::new(CONNECTIONS));
        let mut tasks = Vec::new();
        for listener in listeners {
            listener.set_nonblocking(true).map_err(failed)?;
            let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
            let (hosts, room, shown) = (Arc::clone(&hosts), Arc::clone(&room), shown.clone());
            tasks.push(tokio::spawn(accept(listener, hosts, room, shown)));
        }
        for task in tasks {
            task.await
                .map_err(|error| format!("cannot serve: {error}"))?;
        }
        Ok(())
    })
}

async fn accept(
    listener: tokio::net::TcpListener,
    hosts: Arc<Hosts>,
    room: Arc<Semaphore>,
    shown: Receiver<Arc<Shown>>,
) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // No file descriptor is left, or the peer went away at once; both pass.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        if let Ok(permit) = Arc::clone(&room).try_acquire_owned() {
            // A small answer must not wait for the acknowledgement of the one before.
            drop(stream.set_nodelay(true));
            tokio::spawn(serve(stream, Arc::clone(&hosts), permit, shown.clone()));
        }
    }
}

/// Serves one connection.
async fn serve(
    stream: TcpStream,
    hosts: Arc<Hosts>,
    _permit: OwnedSemaphorePermit,
    shown: Receiver<Arc<Shown>>,
) {
    let waits = Arc::new(AtomicBool::new(false));
    let service = service_fn(|request: Request<Incoming>| {
        let (hosts, shown, waits) = (Arc::clone(&hosts), shown.clone(), Arc::clone(&waits));
        async move { Ok::<_, Infallible>(respond(request, hosts, shown, &waits).await) }
    });
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(ARRIVAL)
            .max_buf_size(HEAD)
            .serve_connection(TokioIo::new(stream), service)
    );
    loop {
        match timeout(LIFE, connection.as_mut()).await {
            Err(_) if waits.load(Ordering::Relaxed) => {}
            // Ended, well or badly, or lasting too long: a browser opens another one.
            _ => return,
        }
    }
}

async fn respond(
    request: Request<Incoming>,
    hosts: Arc<Hosts>,
    mut shown: Receiver<Arc<Shown>>,
    waits: &AtomicBool,
) -> Response<Content> {
    let (head, _) = request.into_parts();
    let now = Arc::clone(&shown.borrow_and_update());
    // Rendering takes a processor for a while, and others must not wait for it.
    let answered = tokio::task::spawn_blocking(move || answer::answer(&head, &hosts, &now));
    match answered.await {
        Ok(Answer::Done(response)) => response.map(|bytes| Content::Whole(Some(bytes))),
        Ok(Answer::News(response)) => {
            waits.store(true, Ordering::Relaxed);
            let (sender, receiver) = mpsc::channel(4);
            tokio::spawn(tell(shown, sender));
            response.map(|()| Content::News(receiver))
        }
        // The renderer panicked, which is our mistake; the next request finds the server in order.
        Err(_) => answer::failed().map(|bytes| Content::Whole(Some(bytes))),
    }
}

/// Tells one page which build is shown, now and whenever it changes.
async fn tell(mut shown: Receiver<Arc<Shown>>, page: mpsc::Sender<Bytes>) {
    let mut event = format!("retry: 300\ndata: {}\n\n", shown.borrow_and_update().build);
    // A page that reads nothing fills its queue, and is let go.
    while page.try_send(event.into()).is_ok() {
        event = match timeout(PULSE, shown.changed()).await {
            Ok(Ok(())) => format!("data: {}\n\n", shown.borrow_and_update().build),
            Ok(Err(_)) => return,
            Err(_) => ":\n\n".to_owned(),
        };
    }
}

/// What an answer holds: one piece, or news as they come.
enum Content {
    Whole(Option<Bytes>),
    News(mpsc::Receiver<Bytes>),
}

impl Body for Content {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Content::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Content::News(news) => news
                .poll_recv(context)
                .map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Content::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Content::Whole(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            Content::News(_) => SizeHint::default(),
        }
    }
}
