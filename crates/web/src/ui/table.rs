//! Tables that sort by their heads, turn pages by key, and become cards on a phone.

use i18n::Texts;
use maud::{Markup, Render, html};

use super::icon::{Icon, icon};

pub struct Column<'a> {
    title: &'a str,
    sort: Option<&'a str>,
    number: bool,
    wide: bool,
}

impl<'a> Column<'a> {
    pub fn new(title: &'a str) -> Column<'a> {
        Column {
            title,
            sort: None,
            number: false,
            wide: false,
        }
    }

    /// The head sorts by this name.
    pub fn sort(self, by: &'a str) -> Column<'a> {
        Column {
            sort: Some(by),
            ..self
        }
    }

    /// Figures stand flush right.
    pub fn number(self) -> Column<'a> {
        Column { number: true, ..self }
    }

    /// Whole sentences stand here: it keeps room beside columns of dates and names.
    pub fn wide(self) -> Column<'a> {
        Column { wide: true, ..self }
    }

    fn class(&self) -> Option<&'static str> {
        match (self.number, self.wide) {
            (true, _) => Some("text-end"),
            (false, true) => Some("wide"),
            (false, false) => None,
        }
    }
}

/// How the rows are sorted now, and the address of the same list sorted otherwise (`by`, descending?).
pub struct Sorting<'a> {
    pub by: &'a str,
    pub descending: bool,
    pub href: &'a dyn Fn(&str, bool) -> String,
}

pub struct Table<'a> {
    t: &'static Texts,
    caption: &'a str,
    columns: &'a [Column<'a>],
    sorting: Option<Sorting<'a>>,
    rows: Vec<Vec<Markup>>,
    empty: Option<Markup>,
}

impl<'a> Table<'a> {
    /// The caption is read aloud and not shown: the card above the table says the same.
    pub fn new(t: &'static Texts, caption: &'a str, columns: &'a [Column<'a>]) -> Table<'a> {
        Table {
            t,
            caption,
            columns,
            sorting: None,
            rows: Vec::new(),
            empty: None,
        }
    }

    pub fn sorting(self, sorting: Sorting<'a>) -> Table<'a> {
        Table {
            sorting: Some(sorting),
            ..self
        }
    }

    /// As many cells in a row as there are columns. The first cell names the row and usually links to it.
    pub fn row(&mut self, cells: Vec<Markup>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell for each column");
        self.rows.push(cells);
    }

    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<Markup>>) -> Table<'a> {
        rows.into_iter().for_each(|cells| self.row(cells));
        self
    }

    /// Shown in place of a table without rows.
    pub fn empty(self, empty: Markup) -> Table<'a> {
        Table {
            empty: Some(empty),
            ..self
        }
    }

    fn head(&self, column: &Column) -> Markup {
        let sorted = match (&self.sorting, column.sort) {
            (Some(sorting), Some(by)) => Some((sorting, by, sorting.by == by)),
            _ => None,
        };
        let order = sorted.and_then(|(sorting, _, active)| {
            active.then_some(if sorting.descending {
                "descending"
            } else {
                "ascending"
            })
        });
        html! {
            th scope="col" class=[column.class()] aria-sort=[order] {
                @if let Some((sorting, by, active)) = sorted {
                    @let sign = if !active { Icon::SortNone } else if sorting.descending { Icon::SortDown } else { Icon::SortUp };
                    a class={ "sort" (if active { " sort-active" } else { "" }) }
                        href=((sorting.href)(by, active && !sorting.descending)) title=(self.t.table_sort_by(column.title)) {
                        (column.title) (icon(sign))
                    }
                } @else {
                    (column.title)
                }
            }
        }
    }
}

impl Render for Table<'_> {
    fn render(&self) -> Markup {
        if self.rows.is_empty() {
            return match &self.empty {
                Some(empty) => empty.clone(),
                None => html! { p class="table-none" { (self.t.table_empty()) } },
            };
        }
        html! {
            div class="table-frame" {
                table class="table table-stack" {
                    caption class="visually-hidden" { (self.caption) }
                    thead { tr { @for column in self.columns { (self.head(column)) } } }
                    tbody {
                        @for row in &self.rows {
                            tr {
                                @for (column, cell) in self.columns.iter().zip(row) {
                                    td class=[column.class()] data-label=(column.title) { div class="cell" { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The addresses of the neighbouring pages of a list, and a word on how many rows there are.
#[derive(Debug, Default)]
pub struct Pager {
    pub first: Option<String>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub note: String,
}

pub fn pager(t: &Texts, pager: &Pager) -> Markup {
    let link = |href: &Option<String>, sign: Icon, words: &str, after: bool| {
        html! {
            @if let Some(href) = href {
                a class="btn btn-quiet" href=(href) {
                    @if !after { (icon(sign)) }
                    (words)
                    @if after { (icon(sign)) }
                }
            }
        }
    };
    html! {
        nav class="pager" aria-label=(t.table_pages()) {
            p class="pager-note" { (pager.note) }
            (link(&pager.first, Icon::First, t.table_first(), false))
            (link(&pager.previous, Icon::Left, t.table_previous(), false))
            (link(&pager.next, Icon::Right, t.table_next(), true))
        }
    }
}
