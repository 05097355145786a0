//! What a reader may see of protected cases, as conditions that stand in every query of the register.

use uuid::Uuid;

use crate::sql::Sql;

/// A reader, and how protected cases that are not the reader's own appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    pub person: Uuid,
    pub others: Others,
}

/// How protected cases appear to someone who is not on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// Not at all.
    Hidden,
    /// As a line without names and words: register officer and auditor.
    Masked,
    /// As they are, unless this person is barred from them or their subject: the Director.
    Shown,
    /// Not at all, and cases that are not protected neither: staff without an office sees only its own cases.
    OwnOnly,
}

// Whoever has a part in a protected case sees it, but not those it is about and those who are barred from it.
const PART: &str = "exists (select 1 from case_person p where p.case_id = r.id and p.person_id = ";
const HAS_A_PART: &str = " and p.part not in ('blocked', 'subject'))";
const IS_BARRED: &str = " and p.part in ('blocked', 'subject'))";

impl Scope {
    /// Writes the condition under which a line is seen as it is.
    fn open(&self, sql: &mut Sql) {
        if self.others == Others::OwnOnly {
            sql.push("(").push(PART).bind(self.person).push(HAS_A_PART);
            sql.push(" and not ")
                .push(PART)
                .bind(self.person)
                .push(IS_BARRED)
                .push(")");
            return;
        }
        sql.push("(not r.protected or (");
        if self.others != Others::Shown {
            sql.push(PART).bind(self.person).push(HAS_A_PART).push(" and ");
        }
        sql.push("not ").push(PART).bind(self.person).push(IS_BARRED);
        sql.push("))");
    }

    /// Writes the column that tells whether a line is masked.
    pub(super) fn masked(&self, sql: &mut Sql) {
        match self.others {
            Others::Hidden | Others::Shown | Others::OwnOnly => {
                sql.push("false");
            }
            Others::Masked => {
                sql.push("not ");
                self.open(sql);
            }
        }
    }

    /// Writes the condition under which a line is in the list at all.
    pub(super) fn and_listed(&self, sql: &mut Sql) {
        match self.others {
            Others::Hidden | Others::Shown | Others::OwnOnly => self.and_open(sql),
            Others::Masked => {}
        }
    }

    /// Writes the condition under which a line is in a list that would betray a masked one.
    pub(super) fn and_open(&self, sql: &mut Sql) {
        sql.push(" and ");
        self.open(sql);
    }
}
