//! Mappings as people write them, and as they come back.

use super::*;

#[test]
fn a_mapping_is_read_from_a_small_toml() {
    let mapping = Mapping::from_toml(
        r#"
        [file]
        sheet = "2019"
        header_row = 4
        [columns]
        received = "Ngày nhận"
        summary = ["Nội dung", "Ghi chú"]
        outcome = { columns = ["Kết quả", "Biện pháp"], separator = "; " }
        answered = "Ngày trả lời"
        [dates]
        order = "dmy"
        none = ["-", "chưa"]
        [values.channel]
        "Đường dây nóng" = "phone"
        [values.subject]
        "Thái độ, bảo mật" = ["staff_conduct", "confidentiality"]
        [defaults]
        kind = "complaint"
        [ignore]
        rows = [57]
        "#,
    )
    .unwrap();
    assert_eq!(mapping.columns.of(Role::Summary), ["Nội dung", "Ghi chú"]);
    assert_eq!(mapping.columns.separator(Role::Summary), " – ");
    assert_eq!(mapping.columns.separator(Role::Outcome), "; ");
    assert_eq!(mapping.columns.of(Role::Answered), ["Ngày trả lời"]);
    assert_eq!(mapping.dates.order, Some(Order::Dmy));
    assert_eq!(
        meaning(&mapping.values.channel, "duong day NONG"),
        Some(&Channel::Phone)
    );
    assert_eq!(
        mapping.values.subject["Thái độ, bảo mật"].subjects(),
        [Subject::StaffConduct, Subject::Confidentiality]
    );
    assert_eq!(mapping.opening().header_row, Some(4));
}

#[test]
fn a_mapping_survives_being_written_and_read_again() {
    let mut mapping = Mapping::default();
    for (i, &role) in Role::ALL.iter().enumerate() {
        mapping.columns.set(role, &format!("Cột \"{i}\""));
    }
    mapping.dates.order = Some(Order::Mdy);
    mapping.dates.serials = Some(Epoch::Of1904);
    mapping.values.channel.insert("Gọi = đến".into(), Channel::Phone);
    let toml = mapping.to_toml();
    assert_eq!(Mapping::from_toml(&toml).unwrap(), mapping, "{toml}");
}

#[test]
fn a_misspelt_word_in_a_mapping_is_named_with_its_line() {
    for (text, expected) in [
        ("[columns]\nrecieved = \"A\"\n", "recieved"),
        ("[values.channel]\nA = \"fone\"\n", "fone"),
        ("[dates]\norder = \"md\"\n", "md"),
        ("[columns]\nsummary = 3\n", "a heading, a list of headings"),
    ] {
        let refused = Mapping::from_toml(text).unwrap_err();
        assert!(refused.detail.contains("line 2"), "{}", refused.detail);
        assert!(refused.detail.contains(expected), "{}", refused.detail);
    }
}

#[test]
fn each_role_has_its_own_columns() {
    for &role in Role::ALL {
        let mut columns = Columns::default();
        columns.set(role, "X");
        for &other in Role::ALL {
            assert_eq!(
                columns.of(other).len(),
                usize::from(other == role),
                "{role:?} {other:?}"
            );
        }
    }
}
