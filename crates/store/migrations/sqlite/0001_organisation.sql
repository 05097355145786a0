-- The organisation, its people and what they may do.

create table organisation (
    id           blob primary key,
    name         text not null,
    parent_name  text not null,
    place        text not null,
    symbol       text not null,
    zone         text not null,
    settings     text not null,
    version      integer not null,
    created_at   integer not null
) strict;

create table unit (
    id      blob primary key,
    code    text not null unique,
    name    text not null,
    active  integer not null check (active in (0, 1))
) strict;

create table person (
    id             blob primary key,
    display_name   text not null,
    sort_key       text not null,
    login          text not null,
    login_key      text not null unique,
    password_hash  text,
    email          text,
    position       text not null,
    unit_id        blob references unit (id),
    active         integer not null check (active in (0, 1)),
    language       text not null,
    theme          text not null,
    created_at     integer not null
) strict;

create index person_sort on person (sort_key, id);

create table appointment (
    id         blob primary key,
    person_id  blob not null references person (id),
    role       text not null,
    unit_id    blob references unit (id),
    from_on    text not null,
    until_on   text,
    document   text not null
) strict;

create index appointment_person on appointment (person_id, from_on);
create index appointment_role on appointment (role, from_on);

create table substitution (
    id         blob primary key,
    role       text not null,
    of_person  blob not null references person (id),
    by_person  blob not null references person (id),
    from_on    text not null,
    until_on   text,
    named_by   blob not null references person (id),
    document   text not null
) strict;

create index substitution_by on substitution (by_person, from_on);
create index substitution_of on substitution (of_person, from_on);

create table signing_authority (
    id         blob primary key,
    person_id  blob not null references person (id),
    mode       text not null,
    scope      text not null,
    from_on    text not null,
    until_on   text,
    document   text not null
) strict;

create index signing_authority_person on signing_authority (person_id, from_on);

create table interest (
    id           blob primary key,
    person_id    blob not null references person (id),
    client       text not null,
    client_key   text not null,
    kind         text not null,
    from_on      text not null,
    until_on     text,
    note         text not null
) strict;

create index interest_person on interest (person_id, from_on);
create index interest_client on interest (client_key);

create table calendar_year (
    year      integer primary key,
    document  text not null
) strict;

create table calendar_day (
    day_on    text primary key,
    kind      text not null,
    name_vi   text not null,
    name_en   text not null,
    document  text not null
) strict, without rowid;

create table session (
    token_hash   blob primary key,
    person_id    blob not null references person (id),
    csrf         text not null,
    created_at   integer not null,
    expires_at   integer not null
) strict, without rowid;

create index session_person on session (person_id);
create index session_expiry on session (expires_at);

create table attempt (
    bucket    text primary key,
    count     integer not null,
    since_at  integer not null
) strict, without rowid;
