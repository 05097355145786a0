//! The demo: a year that can be looked at, on this machine only, and never in place of real data.

use testkit::temp_dir;

use crate::program::{Server, file, program, run};

#[test]
fn the_demo_shows_who_one_can_be_and_everything_in_it_is_sound() {
    let directory = temp_dir();
    let mut command = program(&["demo", "--listen", "127.0.0.1:0"]);
    let server = Server::start(command.current_dir(directory.path()));
    assert!(
        server.said.contains("phucdap-demo"),
        "the password is shown: {}",
        server.said
    );
    let page = server.get("/sign-in");
    for login in ["giamdoc", "qmr", "sogoc", "vanthu", "letan", "kiemtra", "quantri"] {
        assert!(page.contains(&format!("<code>{login}</code>")), "{login}");
    }
    assert_eq!(server.stop("-TERM").0, 0);

    let data = directory.path().join("phucdap-demo").display().to_string();
    let found = run(&["verify", "--data", &data, "--json"]).json();
    assert_eq!(found["differences"], serde_json::json!([]));
    assert!(found["counted"]["cases"].as_i64().unwrap() >= 60);
}

#[test]
fn the_demo_neither_leaves_this_machine_nor_touches_real_data() {
    let ended = run(&["demo", "--listen", "0.0.0.0:0"]);
    assert_eq!(
        (ended.code, ended.err.contains("loopback")),
        (2, true),
        "{ended:?}"
    );
    let directory = temp_dir();
    let kept = file(directory.path(), "phucdap.db", "of value");
    let data = directory.path().display().to_string();
    let ended = run(&["demo", "--listen", "127.0.0.1:0", "--data", &data]);
    assert_eq!(
        (ended.code, ended.err.contains("not a demo")),
        (2, true),
        "{ended:?}"
    );
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "of value");
}
