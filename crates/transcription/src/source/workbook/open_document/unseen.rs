//! What the sheets of an OpenDocument conceal: rows and columns hidden by hand, by a filter or with their group, and spans.

use quick_xml::events::BytesStart;

use super::super::concealed::{Area, Concealed, Found};
use super::repeats;
use crate::refused::Refused;

#[derive(Default)]
pub(super) struct Unseen {
    /// Of each finished sheet.
    pub sheets: Vec<Concealed>,
    table: Option<Table>,
}

#[derive(Default)]
struct Table {
    found: Found,
    rows_before: u32,
    row_repeats: u32,
    column: u32,
    columns_before: u32,
    /// Of each open group, whether it is folded away.
    row_groups: Vec<bool>,
    column_groups: Vec<bool>,
}

impl Unseen {
    pub fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refused> {
        if element.name().as_ref() == "table:table" {
            // The parser passes over tables without a name.
            let has_name = matches!(element.try_get_attribute("table:name"), Ok(Some(_)));
            self.table = has_name.then(Table::default);
        }
        match &mut self.table {
            Some(table) => table.start(element),
            None => Ok(()),
        }
    }

    pub fn end(&mut self, name: &str) {
        if name == "table:table" {
            self.sheets
                .extend(self.table.take().map(|table| table.found.settled()));
        } else if let Some(table) = &mut self.table {
            table.end(name);
        }
    }
}

impl Table {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refused> {
        match element.name().as_ref() {
            "table:table-column" => {
                let repeats = times(element, "table:number-columns-repeated");
                let first = self.columns_before;
                self.columns_before = first.saturating_add(repeats);
                if repeats > 0 && (is_hidden(element) || self.column_groups.contains(&true)) {
                    self.found.hide_columns(first, self.columns_before - 1);
                }
            }
            "table:table-row-group" => self.row_groups.push(is_folded(element)),
            "table:table-column-group" => self.column_groups.push(is_folded(element)),
            "table:table-row" => {
                (self.row_repeats, self.column) = (times(element, "table:number-rows-repeated"), 0);
                let last = self.rows_before.saturating_add(self.row_repeats);
                if self.row_repeats > 0 && (is_hidden(element) || self.row_groups.contains(&true)) {
                    self.found.hide_rows(self.rows_before.saturating_add(1), last)?;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = times(element, "table:number-rows-spanned");
                let columns = times(element, "table:number-columns-spanned");
                if rows > 1 || columns > 1 {
                    self.found.merge(Area {
                        top: self.rows_before.saturating_add(1),
                        left: self.column,
                        bottom: self.rows_before.saturating_add(rows),
                        right: self.column.saturating_add(columns).saturating_sub(1),
                    })?;
                }
                let repeats = times(element, "table:number-columns-repeated");
                self.column = self.column.saturating_add(repeats);
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-row" => self.rows_before = self.rows_before.saturating_add(self.row_repeats),
            "table:table-row-group" => drop(self.row_groups.pop()),
            "table:table-column-group" => drop(self.column_groups.pop()),
            _ => {}
        }
    }
}

fn times(element: &BytesStart<'_>, key: &str) -> u32 {
    u32::try_from(repeats(element, key)).unwrap_or(u32::MAX)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    let visibility = element.try_get_attribute("table:visibility");
    matches!(visibility, Ok(Some(said)) if matches!(said.value.trim(), "collapse" | "filter"))
}

fn is_folded(element: &BytesStart<'_>) -> bool {
    let display = element.try_get_attribute("table:display");
    matches!(display, Ok(Some(said)) if said.value.trim() == "false")
}
