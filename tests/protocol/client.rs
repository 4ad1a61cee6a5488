//! A small client: sends JSON-RPC to the binary, answers the server's requests, and never waits forever.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Nothing the server does takes a tenth of this, even on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    incoming: Receiver<Value>,
    next_id: i64,
    /// The answer to `workspace/configuration`.
    pub settings: Value,
    /// What the user answers to `window/showMessageRequest`.
    pub choice: Value,
    /// How often `workspace/configuration` was asked for.
    pub settings_asked: usize,
    /// Notifications and requests from the server in order of arrival, until a test waits for them.
    heard: VecDeque<(String, Value)>,
    /// Answers that arrived while another was awaited.
    answers: Vec<Value>,
}

impl Client {
    pub fn start() -> Self {
        Self::start_with(&["lsp", "--stdio"])
    }

    pub fn start_with(arguments: &[&str]) -> Self {
        Self::run(Command::new(env!("CARGO_BIN_EXE_dateline")).args(arguments))
    }

    pub fn start_at_home(home: &Path) -> Self {
        Self::run(
            Command::new(env!("CARGO_BIN_EXE_dateline"))
                .arg("lsp")
                .env("HOME", home)
                .env_remove("XDG_CACHE_HOME"),
        )
    }

    fn run(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let stdin = child.stdin.take();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, incoming) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read_message(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            stdin,
            incoming,
            next_id: 1,
            settings: Value::Null,
            choice: Value::Null,
            settings_asked: 0,
            heard: VecDeque::new(),
            answers: Vec::new(),
        }
    }

    /// Starts with these roots and capabilities, and returns what the server announces.
    pub fn initialized(roots: &[&str], capabilities: Value) -> (Self, Value) {
        let mut client = Self::start();
        let folders: Vec<_> = roots.iter().map(|uri| json!({ "uri": uri, "name": "root" })).collect();
        let params = json!({
            "processId": null,
            "rootUri": roots.first(),
            "workspaceFolders": folders,
            "capabilities": capabilities,
        });
        let result = client.ask("initialize", params);
        client.tell("initialized", json!({}));
        (client, result["capabilities"].clone())
    }

    pub fn send_raw(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(bytes).unwrap();
        stdin.flush().unwrap();
    }

    pub fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and returns its id.
    pub fn request(&mut self, method: &str, params: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// The whole answer to a request: `result` or `error`.
    pub fn answer(&mut self, id: i64) -> Value {
        self.answer_that(|answer| answer["id"] == id)
    }

    /// The next error that answers no request.
    pub fn stray_error(&mut self) -> Value {
        self.answer_that(|answer| answer["id"].is_null())
    }

    fn answer_that(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.answers.iter().position(&wanted) {
            return self.answers.remove(at);
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.receive(deadline) {
                Some(answer) if wanted(&answer) => return answer,
                Some(answer) => self.answers.push(answer),
                None => {}
            }
        }
    }

    pub fn result(&mut self, id: i64) -> Value {
        let mut answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].take()
    }

    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        self.result(id)
    }

    pub fn refusal(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        let mut answer = self.answer(id);
        assert!(answer.get("result").is_none(), "{answer}");
        answer["error"].take()
    }

    /// The next notification or request of this method that `wanted` accepts; earlier ones are dropped.
    pub fn wait_for(&mut self, method: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            while let Some((heard, params)) = self.heard.pop_front() {
                if heard == method && wanted(&params) {
                    return params;
                }
            }
            if let Some(answer) = self.receive(deadline) {
                self.answers.push(answer);
            }
        }
    }

    /// Asks until the answer is the one that must eventually come.
    pub fn until(&mut self, what: &str, mut holds: impl FnMut(&mut Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(Instant::now() < deadline, "it never comes true that {what}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Reads one message: answers a request from the server, keeps a notification, returns an answer.
    fn receive(&mut self, deadline: Instant) -> Option<Value> {
        let left = deadline.saturating_duration_since(Instant::now());
        let message = self.incoming.recv_timeout(left).expect("the server said nothing");
        let Some(method) = message["method"].as_str() else { return Some(message) };
        self.heard.push_back((method.into(), message["params"].clone()));
        if let Some(id) = message.get("id") {
            let asked_for_settings = method == "workspace/configuration";
            self.settings_asked += usize::from(asked_for_settings);
            let result = match method {
                "workspace/configuration" => json!([self.settings]),
                "window/showMessageRequest" => self.choice.clone(),
                _ => Value::Null,
            };
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": result }));
        }
        None
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub fn change(&mut self, uri: &str, version: i64, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// The end of the document according to the server: the widest selection covers all of it.
    pub fn end_of(&mut self, uri: &str) -> Value {
        let id = self.request_end(uri);
        self.received_end(id)
    }

    pub fn request_end(&mut self, uri: &str) -> i64 {
        let position = json!({ "line": 0, "character": 0 });
        let params = json!({ "textDocument": { "uri": uri }, "positions": [position] });
        self.request("textDocument/selectionRange", params)
    }

    pub fn received_end(&mut self, id: i64) -> Value {
        let result = self.result(id);
        let mut selection = &result[0];
        while let Some(parent) = selection.get("parent") {
            selection = parent;
        }
        selection["range"]["end"].clone()
    }

    /// Sends `shutdown` and `exit`, keeps stdin open, and returns how the server ended.
    pub fn leave(mut self) -> ExitStatus {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.ended()
    }

    pub fn ended(mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < deadline, "the server does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn close_stdin(&mut self) {
        self.stdin = None;
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// As an editor would write it: everything but letters, digits and a few marks escaped.
pub fn uri(path: &Path) -> String {
    let mut uri = String::from("file://");
    for byte in path.to_str().unwrap().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(byte.into())
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn read_message(input: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some(("Content-Length", digits)) => length = digits.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
