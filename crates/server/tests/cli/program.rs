//! The program as a child process: one command and its outcome, or a server that runs until it is asked to stop.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use testkit::TestDb;

/// Without what the machine may have set for itself.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phucdap"));
    for name in [
        "PHUCDAP_DATA",
        "PHUCDAP_DATABASE",
        "PHUCDAP_LISTEN",
        "PHUCDAP_LANG",
        "RUST_LOG",
    ] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Ended {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ended {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// It went well; what it printed.
    pub fn well(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }
}

pub fn run(arguments: &[&str]) -> Ended {
    Ended::from(program(arguments).stdin(Stdio::null()).output().unwrap())
}

/// The same with words on standard input.
pub fn run_with(arguments: &[&str], input: &str) -> Ended {
    let mut command = program(arguments);
    let piped = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    Ended::from(child.wait_with_output().unwrap())
}

/// A place for data: a test's own directory, and its database.
pub struct Place {
    data: String,
    database: String,
}

impl Place {
    pub fn of(test: &TestDb) -> Place {
        Place {
            data: test.directory().join("data").display().to_string(),
            database: test.place.clone(),
        }
    }

    /// A command on this place.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        run(&self.with(arguments))
    }

    pub fn with<'a>(&'a self, arguments: &[&'a str]) -> Vec<&'a str> {
        [arguments, &["--data", &self.data, "--database", &self.database]].concat()
    }

    pub fn set_up(&self) -> String {
        let arguments = [
            "init",
            "--organisation",
            "Trung tâm Thử",
            "--place-name",
            "Hà Nội",
            "--symbol",
            "TTT",
            "--name",
            "Người Quản Trị",
            "--login",
            "quantri",
        ];
        self.run(&arguments).well()
    }
}

/// A server that is stopped at the latest when the test ends.
pub struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    pub address: String,
    /// What it printed up to its address.
    pub said: String,
}

impl Server {
    pub fn start(command: &mut Command) -> Server {
        let piped = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = piped.spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        let address = loop {
            let mut line = String::new();
            assert_ne!(
                out.read_line(&mut line).unwrap(),
                0,
                "it ended with {:?}: {said}",
                child.wait()
            );
            said += &line;
            if let Some((_, address)) = line.trim().split_once("http://") {
                break address.to_owned();
            }
        };
        Server {
            child,
            out,
            address,
            said,
        }
    }

    /// What is answered to `GET path`: status line, headers and body.
    pub fn get(&self, path: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
            self.address
        );
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// Asks it to stop; answers with its exit code and what else it printed.
    pub fn stop(mut self, signal: &str) -> (i32, String) {
        let asked = Command::new("kill").args([signal, &self.id()]).status().unwrap();
        assert!(asked.success());
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        let code = self.child.wait().unwrap().code().unwrap_or(-1);
        (code, rest)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already, unless the test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A file with this content in a directory of a test.
pub fn file(directory: &Path, name: &str, content: &str) -> String {
    let path = directory.join(name);
    std::fs::write(&path, content).unwrap();
    path.display().to_string()
}

/// The folder of test data beside the project, when it is there.
pub fn shared() -> Option<std::path::PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if beside.is_dir() {
        return Some(beside);
    }
    println!("skipped: the shared test data is not beside the project");
    None
}
