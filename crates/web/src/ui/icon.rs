//! Icons (Tabler), drawn inline so that they take the colour and size of the words beside them.

use maud::{Markup, PreEscaped};

macro_rules! icons {
    ($($icon:ident => $file:literal),* $(,)?) => {
        /// To add one: a line here, then `node assets/trim.mjs`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon {
            $($icon),*
        }

        impl Icon {
            pub const ALL: &[Icon] = &[$(Icon::$icon),*];

            fn drawing(self) -> &'static str {
                match self {
                    $(Icon::$icon => include_str!(concat!("../../assets/icons/", $file, ".svg"))),*
                }
            }
        }
    };
}

icons! {
    // Places
    Home => "home",
    Inbox => "inbox",
    Book => "book",
    Calendar => "calendar",
    CalendarDue => "calendar-due",
    CalendarOff => "calendar-off",
    Chart => "chart-bar",
    Letter => "mail",
    Outbox => "mail-forward",
    Repair => "rotate-clockwise",
    Settings => "settings",
    Tasks => "list-check",
    Archive => "archive",
    Building => "building",
    Certificate => "certificate",
    Package => "package",
    Folder => "folder",
    // People
    Person => "user",
    People => "users",
    PersonAdd => "user-plus",
    PersonOff => "user-off",
    PersonCheck => "user-check",
    PersonQuestion => "user-question",
    Talk => "messages",
    Voice => "message-circle",
    Phone => "phone",
    Fax => "device-landline-phone",
    Email => "at",
    Web => "world",
    Counter => "building-community",
    Forwarded => "arrow-forward-up",
    Hand => "hand-stop",
    Independent => "scale",
    Substitute => "arrows-exchange",
    Key => "key",
    Lock => "lock",
    Unlock => "lock-open",
    Protected => "shield-lock",
    Shield => "shield-check",
    // Acts
    Add => "plus",
    Remove => "x",
    Check => "check",
    Checks => "checks",
    Edit => "edit",
    Write => "pencil",
    Sign => "signature",
    Stamp => "rubber-stamp",
    Send => "send",
    Return => "corner-up-left",
    Reopen => "refresh",
    Undo => "arrow-back-up",
    Delete => "trash",
    Save => "device-floppy",
    Print => "printer",
    Download => "download",
    Upload => "upload",
    Attach => "paperclip",
    Link => "link",
    Search => "search",
    Filter => "filter",
    Copy => "copy",
    Flag => "flag",
    Target => "target",
    Investigate => "zoom-question",
    Evidence => "fingerprint",
    Plan => "clipboard-list",
    PlanCheck => "clipboard-check",
    Number => "hash",
    Extension => "calendar-plus",
    Assign => "user-share",
    Alarm => "alarm",
    Bell => "bell",
    SignIn => "login",
    SignOut => "logout",
    // States
    Clock => "clock",
    OnTime => "circle-check",
    Soon => "hourglass",
    Late => "alert-triangle",
    Open => "circle-dot",
    Ahead => "circle",
    Cancelled => "circle-x",
    Info => "info-circle",
    Help => "help-circle",
    Warning => "alert-circle",
    Danger => "alert-octagon",
    Withdrawn => "circle-minus",
    History => "history",
    Rule => "section-sign",
    Procedure => "route",
    // Furniture
    Menu => "menu-2",
    More => "dots",
    Down => "chevron-down",
    Up => "chevron-up",
    Right => "chevron-right",
    Left => "chevron-left",
    First => "chevrons-left",
    SortUp => "arrow-up",
    SortDown => "arrow-down",
    SortNone => "arrows-sort",
    Language => "language",
    Sun => "sun",
    Moon => "moon",
    Device => "device-desktop",
    File => "file",
    FileText => "file-text",
    FilePdf => "file-type-pdf",
    FileTable => "file-spreadsheet",
    Image => "photo",
    External => "external-link",
    Eye => "eye",
    EyeOff => "eye-off",
    Table => "table",
    Keyboard => "keyboard",
    Palette => "palette",
    Database => "database",
}

/// The icon alone; it says nothing to a screen reader, so words stand beside it.
pub fn icon(icon: Icon) -> Markup {
    PreEscaped(icon.drawing().to_owned())
}
