//! Between stdin and the protocol: passes on only whole, well-formed messages, and finds the next one after
//! garbage. The protocol library stops reading for good at the first message it cannot parse, which must not
//! end the session.

use serde_json::Value;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream,
};
use tower_lsp::jsonrpc::{Request, Response};

/// The method by which unreadable input reaches the backend, which answers it with an error, as JSON-RPC
/// requires.
pub const UNREADABLE: &str = "dateline/unreadable";

/// The longest message; a header that claims more is garbage.
const MAX_MESSAGE_BYTES: usize = 256 << 20;
const MAX_HEADER_BYTES: u64 = 4096;
const PIPE_BYTES: usize = 1 << 16;

/// A stream of framed messages, each of them a request, a notification or a response.
pub fn readable_messages(input: impl AsyncRead + Send + Unpin + 'static) -> DuplexStream {
    let (mut sender, receiver) = tokio::io::duplex(PIPE_BYTES);
    tokio::spawn(async move {
        let mut input = BufReader::new(input);
        while let Some(body) = next_body(&mut input).await {
            let body = match complaint(&body) {
                None => optional_request(&body).unwrap_or(body),
                Some(why) => unreadable(&why),
            };
            let header = format!("Content-Length: {}\r\n\r\n", body.len());
            if sender.write_all(header.as_bytes()).await.is_err() || sender.write_all(&body).await.is_err() {
                return;
            }
        }
    });
    receiver
}

/// The next message body, whatever precedes its header; `None` at the end of input.
async fn next_body(input: &mut (impl AsyncBufRead + Unpin)) -> Option<Vec<u8>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        let read = input.take(MAX_HEADER_BYTES).read_until(b'\n', &mut line).await.ok()?;
        if read == 0 {
            return None;
        }
        let text = line.trim_ascii();
        match length {
            Some(length) if text.is_empty() => return body(input, length).await,
            _ => length = content_length(text).or(length),
        }
    }
}

/// The length in a header line. Garbage may precede it on the same line, because a truncated message has no
/// line end.
fn content_length(line: &[u8]) -> Option<usize> {
    const NAME: &[u8] = b"content-length:";
    let at = line.windows(NAME.len()).rposition(|window| window.eq_ignore_ascii_case(NAME))?;
    let digits = std::str::from_utf8(line.get(at + NAME.len()..)?).ok()?;
    digits.trim().parse().ok().filter(|length| *length <= MAX_MESSAGE_BYTES)
}

/// Grows with what arrives, not with what the header claims.
async fn body(input: &mut (impl AsyncBufRead + Unpin), length: usize) -> Option<Vec<u8>> {
    let mut body = Vec::with_capacity(length.min(PIPE_BYTES));
    input.take(length as u64).read_to_end(&mut body).await.ok()?;
    (body.len() == length).then_some(body)
}

/// What is wrong with a body, if anything.
fn complaint(body: &[u8]) -> Option<String> {
    let request = serde_json::from_slice::<Request>(body).err()?;
    serde_json::from_slice::<Response>(body).err()?;
    Some(request.to_string())
}

/// A request whose name begins with `$/`, under a name that the protocol library refuses as unknown. It would
/// leave this one without an answer, which LSP allows for notifications alone.
fn optional_request(body: &[u8]) -> Option<Vec<u8>> {
    memchr::memmem::find(body, b"\"$/")?;
    let mut message: Value = serde_json::from_slice(body).ok()?;
    message.get("id")?;
    let method = message.get("method")?.as_str().filter(|method| method.starts_with("$/"))?;
    let refused = format!("dateline/{method}");
    message.as_object_mut()?.insert("method".into(), refused.into());
    serde_json::to_vec(&message).ok()
}

fn unreadable(why: &str) -> Vec<u8> {
    let message = serde_json::json!({ "jsonrpc": "2.0", "id": null, "method": UNREADABLE, "params": [why] });
    message.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn bodies(input: &'static str) -> Vec<String> {
        let mut input = BufReader::new(input.as_bytes());
        let mut bodies = Vec::new();
        while let Some(body) = next_body(&mut input).await {
            bodies.push(String::from_utf8(body).unwrap());
        }
        bodies
    }

    #[tokio::test]
    async fn finds_the_next_message_after_garbage() {
        assert_eq!(
            bodies("\u{0}\n\nhm Content-Length: 2\r\n\r\n{}content-length: 1\n\n7").await,
            ["{}", "7"]
        );
        assert_eq!(bodies("Content-Length: 99999999999999\r\n\r\nContent-Length: 1\r\n\r\n8").await, ["8"]);
        assert_eq!(bodies("Content-Length: 5\r\n\r\n{}").await, [""; 0]);
    }

    #[test]
    fn tells_requests_and_responses_from_the_rest() {
        assert_eq!(complaint(br#"{"jsonrpc":"2.0","method":"exit"}"#), None);
        assert_eq!(complaint(br#"{"jsonrpc":"2.0","id":1,"result":null}"#), None);
        for bad in [&b"[]"[..], b"{", b"7", b"\xff", br#"{"jsonrpc":"1.0","method":"exit"}"#] {
            assert!(complaint(bad).is_some(), "{bad:?}");
        }
    }
}
