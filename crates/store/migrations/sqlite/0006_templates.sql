-- The words with which letters begin: every version that was ever saved.

create table letter_template (
    purpose   text not null,
    lang      text not null,
    version   integer not null check (version > 0),
    subject   text not null,
    body      text not null,
    saved_by  blob references person (id),
    saved_at  integer not null,
    primary key (purpose, lang, version)
) strict, without rowid;
