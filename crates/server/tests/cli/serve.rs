//! The server: needs no configuration, says where it is, and stops when asked.

use testkit::temp_dir;

use crate::program::{Server, file, program, run};

#[test]
fn it_serves_without_configuration_and_stops_cleanly() {
    for signal in ["-TERM", "-INT"] {
        let directory = temp_dir();
        let mut command = program(&["serve", "--listen", "127.0.0.1:0"]);
        let server = Server::start(command.current_dir(directory.path()));
        let answer = server.get("/sign-in");
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        assert!(answer.contains("location: /setup"), "{answer}");
        assert!(server.get("/setup").contains("Thiết lập"));
        assert!(directory.path().join("phucdap-data/phucdap.db").is_file());
        let (code, rest) = server.stop(signal);
        assert_eq!(code, 0, "{signal}");
        assert!(
            rest.contains("Chưa thiết lập") && !rest.contains("Mã thiết lập"),
            "{rest}"
        );
    }
}

#[test]
fn who_can_be_reached_by_others_asks_for_a_token_at_set_up() {
    let directory = temp_dir();
    let mut command = program(&["serve", "--listen", "0.0.0.0:0"]);
    let server = Server::start(command.current_dir(directory.path()));
    assert!(server.address.starts_with("127.0.0.1:"), "{}", server.address);
    let (code, rest) = server.stop("-TERM");
    let token = rest.lines().find(|line| line.contains("Mã thiết lập")).unwrap();
    assert_eq!((code, token.rsplit(' ').next().unwrap().len()), (0, 16), "{rest}");
}

#[test]
fn a_taken_port_is_said_plainly() {
    let directory = temp_dir();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut command = program(&["serve", "--listen", &address]);
    let ended = command.current_dir(directory.path()).output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(said.contains(&format!("cannot listen on {address}")), "{said}");
}

#[test]
fn the_time_is_told_by_a_file_on_loopback_only() {
    let directory = temp_dir();
    let clock = file(directory.path(), "clock", "2026-03-02T08:00:00+07:00");
    let told = |listen: &str| {
        let mut command = program(&["serve", "--listen", listen]);
        command
            .current_dir(directory.path())
            .env("PHUCDAP_TEST_CLOCK_FILE", &clock);
        command
    };
    let ended = told("0.0.0.0:0").output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8(ended.stderr).unwrap().contains("for tests"));
    let server = Server::start(&mut told("127.0.0.1:0"));
    assert!(server.get("/setup").starts_with("HTTP/1.1 200"));
    assert_eq!(server.stop("-TERM").0, 0);

    let broken = file(directory.path(), "broken", "soon");
    let mut command = program(&["user", "list"]);
    let ended = command
        .current_dir(directory.path())
        .env("PHUCDAP_TEST_CLOCK_FILE", broken)
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(2));
}

#[test]
fn an_unknown_command_is_answered_with_the_known_ones() {
    let ended = run(&["explode"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    let help = run(&["--help"]).well();
    for command in ["serve", "demo", "init", "user", "verify", "deadline", "import"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
    }
}
