//! What a reader may see of the book, as conditions that stand in every query of it: never more than the page of the case shows.

use jiff::civil::Date;
use uuid::Uuid;

use crate::On;
use crate::cases::{CLIENT, DECLARED, INTEREST, NOBODY, SUBJECT, TOOK_PART};
use crate::sql::Sql;

/// A reader: a person, with what the roles held today lay open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    pub reader: Bound,
    pub claims: Vec<Claim>,
    /// Who is Director by appointment: when all of them are barred from a case, others take their place there.
    pub directors: Vec<Bound>,
    /// The mark of protected cases that those who judge see only once they declared an interest or none.
    pub asks: Option<String>,
}

/// A person with the clients whose interests that person shares, by their names as they are searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bound {
    pub person: Uuid,
    pub clients: Vec<String>,
}

/// What a role lays open to its holder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    pub cases: Cases,
    /// As lines without names and words.
    pub masked: bool,
    /// To handle, decide or sign: without names and words where the case still asks its holder to declare.
    pub judges: bool,
    /// Only where nothing at all bars the holder.
    pub unbarred: bool,
    /// The mark of cases in which another stands in for this role.
    pub replaced: Option<String>,
    /// A mandate given on this day by the Director: void in cases received before, where the Director is barred.
    pub since: Option<Date>,
}

/// Of which cases a claim speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cases {
    #[default]
    All,
    Unprotected,
    /// In which a Director is not barred.
    Led,
    /// In which every Director is barred.
    Unled,
    /// That carry this mark.
    Marked(String),
}

/// The parts that open a case to whoever has them, whatever role they hold.
const OPENING: &str = "'receiver', 'sender', 'doer'";

/// Those that do so once an interest or none is declared.
const JUDGING: &[&str] = &["case_officer", "stand_in", "signer"];

impl Scope {
    /// Writes the condition under which a line is seen as it is.
    fn open(&self, sql: &mut Sql) {
        sql.push("(not ");
        has(sql, self.reader.person, &[SUBJECT, INTEREST]);
        sql.push(" and (exists (select 1 from case_person p where p.case_id = r.id and p.person_id = ")
            .bind(self.reader.person)
            .push(" and (p.part in (")
            .push(OPENING)
            .push(") or p.part = 'handler' and not ");
        self.reader.is_barred(sql);
        sql.push(")) or (");
        has(sql, self.reader.person, JUDGING);
        self.and_declared(sql);
        sql.push(")");
        for claim in self.claims.iter().filter(|claim| !claim.masked) {
            sql.push(" or (");
            self.claimed(sql, claim);
            if claim.judges {
                self.and_declared(sql);
            }
            sql.push(")");
        }
        sql.push("))");
    }

    /// Writes the condition that the case asks no declaration of the reader any more (§3.1).
    fn and_declared(&self, sql: &mut Sql) {
        let Some(asks) = &self.asks else { return };
        sql.push(" and (not ");
        has(sql, NOBODY, &[asks]);
        sql.push(" or ");
        has(sql, self.reader.person, &[DECLARED]);
        sql.push(")");
    }

    /// Writes the condition under which a line that is not open stands in the list without names and words: for whoever keeps the
    /// book or checks it, for whoever must declare first, and for readers of the book who are kept from the case, so that no number
    /// is missing to them.
    fn listed_masked(&self, sql: &mut Sql) {
        sql.push("(");
        has(sql, self.reader.person, JUDGING);
        if !self.claims.is_empty() {
            sql.push(" or ");
            has(sql, self.reader.person, &[SUBJECT, INTEREST]);
        }
        for claim in self.claims.iter().filter(|claim| claim.masked || claim.judges) {
            sql.push(" or ");
            self.claimed(sql, claim);
        }
        sql.push(")");
    }

    fn claimed(&self, sql: &mut Sql, claim: &Claim) {
        sql.push("(");
        match &claim.cases {
            Cases::All => sql.push("true"),
            Cases::Unprotected => sql.push("not r.protected"),
            Cases::Led => {
                sql.push("not ");
                self.director_is_barred(sql)
            }
            Cases::Unled => self.director_is_barred(sql),
            Cases::Marked(mark) => has(sql, NOBODY, &[mark]),
        };
        if claim.unbarred {
            sql.push(" and not ");
            self.reader.is_barred(sql);
        }
        if let Some(mark) = &claim.replaced {
            sql.push(" and not ");
            has(sql, NOBODY, &[mark]);
        }
        if let Some(since) = claim.since {
            sql.push(" and (r.received_on >= ")
                .bind(On(since))
                .push(" or not ");
            self.director_is_barred(sql);
            sql.push(")");
        }
        sql.push(")");
    }

    fn director_is_barred<'s>(&self, sql: &'s mut Sql) -> &'s mut Sql {
        if self.directors.is_empty() {
            return sql.push("false");
        }
        sql.push("(");
        for (place, director) in self.directors.iter().enumerate() {
            sql.push(if place > 0 { " and " } else { "" });
            director.is_barred(sql);
        }
        sql.push(")")
    }

    /// Writes the column that tells whether a line is masked.
    pub(super) fn masked(&self, sql: &mut Sql) {
        sql.push("not ");
        self.open(sql);
    }

    /// Writes the condition under which a line is in the list at all.
    pub(super) fn and_listed(&self, sql: &mut Sql) {
        sql.push(" and (");
        self.open(sql);
        sql.push(" or ");
        self.listed_masked(sql);
        sql.push(")");
    }

    /// Writes the condition under which a line is in a list that would betray a masked one.
    pub(super) fn and_open(&self, sql: &mut Sql) {
        sql.push(" and ");
        self.open(sql);
    }
}

impl Bound {
    /// Writes the condition that something bars this person: the matter itself, an interest, having taken part, or a client.
    fn is_barred(&self, sql: &mut Sql) {
        sql.push("(");
        has(sql, self.person, &[SUBJECT, INTEREST, TOOK_PART]);
        if !self.clients.is_empty() {
            sql.push(
                " or exists (select 1 from case_person c join party t on t.id = c.person_id and t.current",
            )
            .push(" where c.case_id = r.id and c.part = ")
            .bind(CLIENT)
            .push(" and t.name_key")
            .among(self.clients.iter().map(String::as_str))
            .push(")");
        }
        sql.push(")");
    }
}

/// Writes the condition that a person has one of these parts. Few cases have them, so they are looked up once for the whole list.
fn has<'s>(sql: &'s mut Sql, person: Uuid, parts: &[&str]) -> &'s mut Sql {
    sql.push("(r.id in (select case_id from case_person where person_id = ")
        .bind(person)
        .push(" and part")
        .among(parts.iter().copied())
        .push("))")
}
