-- The words with which letters begin: every version that was ever saved.

create table letter_template (
    purpose   text collate "C" not null,
    lang      text collate "C" not null,
    version   bigint not null check (version > 0),
    subject   text collate "C" not null,
    body      text collate "C" not null,
    saved_by  uuid references person (id),
    saved_at  bigint not null,
    primary key (purpose, lang, version)
);
