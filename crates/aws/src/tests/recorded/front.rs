//! A server on loopback that answers calls as AWS does, page by page.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Map, Value, json};

use super::super::front::{Request, whole};
use super::model::Model;

/// What stands for the next page.
const TOKEN: &str = "t0kenOfTheSecondPage";

/// What is answered to each call.
pub struct Answers {
    /// The models of all services.
    pub models: Value,
    /// The answer to each action.
    pub of: BTreeMap<String, Value>,
    /// The actions that were asked for so far.
    pub asked: Arc<Mutex<Vec<String>>>,
}

/// Serves these answers; the threads end with the connections, and with the test's process.
pub fn serve(answers: Answers) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let answers = Arc::new(answers);
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let answers = Arc::clone(&answers);
            thread::spawn(move || answer(stream, &answers));
        }
    });
    address
}

/// The first page of a list is empty, and carries a token: AWS does so where it has filtered a page away.
fn answer(mut stream: TcpStream, answers: &Answers) {
    let Ok(request) = Request::read(&stream) else { return };
    answers.asked.lock().unwrap().push(request.action.clone());
    let Some(value) = answers.of.get(&request.action) else {
        let _ = stream.write_all(&request.error(400, "InvalidAction", "nobody recorded an answer to this"));
        return;
    };
    let model = Model::of(&answers.models, &request.action);
    let (head, body) = match model.token() {
        Some(token) if !request.names(TOKEN) => model.written(&empty_page(value, token)),
        _ => model.written(value),
    };
    let _ = stream.write_all(&whole(200, head, &body));
}

fn empty_page(value: &Value, token: &str) -> Value {
    let lists = value.as_object().unwrap().iter().filter(|(_, value)| value.is_array());
    let mut page: Map<String, Value> = lists.map(|(name, _)| (name.clone(), json!([]))).collect();
    page.insert(token.to_owned(), TOKEN.into());
    if value.get("IsTruncated").is_some() {
        page.insert("IsTruncated".into(), true.into());
    }
    page.into()
}
