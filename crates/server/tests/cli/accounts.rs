//! Setting up and accounts from the machine itself, on both databases.

use testkit::databases;

use crate::program::{Place, run_with};

#[tokio::test]
async fn a_centre_is_set_up_once_and_its_password_shown_once() {
    for test in databases("cli-init").await {
        let place = Place::of(&test);
        let before = place.run(&["user", "list"]);
        assert_eq!(before.code, 2, "{}: {before:?}", test.kind);
        assert!(before.err.contains("Chưa thiết lập"), "{before:?}");

        let nameless = place.run(&["init", "--login", "quantri"]);
        assert_eq!(nameless.code, 2);
        assert!(
            nameless.err.contains("organisation: Cần điền mục này."),
            "{nameless:?}"
        );

        let said = place.set_up();
        let password = said
            .lines()
            .find(|line| line.contains("chỉ hiện một lần này"))
            .unwrap();
        assert_eq!(password.rsplit(' ').next().unwrap().len(), 23, "{said}");
        let again = place.run(&["init", "--login", "x"]);
        assert_eq!((again.code, again.out.as_str()), (1, ""), "{again:?}");
    }
}

#[tokio::test]
async fn people_are_added_with_roles_and_listed() {
    for test in databases("cli-user").await {
        let place = Place::of(&test);
        place.set_up();
        let add = [
            "user",
            "add",
            "--login",
            "qmr",
            "--name",
            "Lê Thị Chất",
            "--position",
            "QMR",
            "--role",
            "qmr",
            "--role",
            "auditor",
            "--password-stdin",
        ];
        let short = run_with(&place.with(&add), "ngắn\n");
        assert_eq!(short.code, 2, "{short:?}");
        assert!(short.err.contains("password:"), "{short:?}");
        let added = run_with(&place.with(&add), "mật khẩu đủ dài\n").well();
        assert_eq!(added, "Đã thêm Lê Thị Chất (qmr).\n");
        let twice = run_with(&place.with(&add), "mật khẩu đủ dài\n");
        assert!(twice.err.contains("login:"), "{twice:?}");
        let role = place.run(&["user", "add", "--login", "x", "--name", "X", "--role", "king"]);
        assert!(
            role.err.contains("king") && role.err.contains("register_officer"),
            "{role:?}"
        );

        let list = place.run(&["user", "list", "--json"]).json();
        let logins: Vec<&str> = list
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["login"].as_str().unwrap())
            .collect();
        assert_eq!(logins, ["qmr", "quantri"], "in the order of Vietnamese names");
        assert_eq!(list[0]["roles"], serde_json::json!(["qmr", "auditor"]));
        let table = place.run(&["user", "list"]).well();
        assert!(
            table
                .lines()
                .nth(1)
                .unwrap()
                .starts_with("qmr        Lê Thị Chất "),
            "{table}"
        );

        assert!(place.run(&["user", "password", "qmr"]).well().contains("qmr"));
        let unknown = place.run(&["user", "password", "nobody"]);
        assert_eq!((unknown.code, unknown.err.contains("nobody")), (2, true));
    }
}
