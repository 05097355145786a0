-- Cases, corrective actions and year books as they stand, and what is owed on them.

create table case_row (
    id                 blob not null unique,
    chrono             integer primary key,
    year               integer not null,
    ordinal            integer not null,
    number             text not null unique,
    version            integer not null,
    kind               text not null,
    channel            text not null,
    written            integer not null check (written in (0, 1)),
    unit_id            blob,
    stage              text not null,
    received_on        text not null,
    registered_on      text not null,
    limit_on           text,
    first_limit_on     text,
    answered_on        text,
    closed_on          text,
    running_on         text,
    limit_key          text not null,
    outcome            text,
    severity           text,
    safety             integer not null check (safety in (0, 1)),
    protected          integer not null check (protected in (0, 1)),
    imported           integer not null check (imported in (0, 1)),
    annulled           integer not null check (annulled in (0, 1)),
    extended           integer not null check (extended in (0, 1)),
    reopened           integer not null check (reopened in (0, 1)),
    complainant_name   text not null,
    complainant_sort   text not null,
    complainant_key    text not null,
    complainant_phone  text not null,
    phone_key          text not null,
    summary            text not null,
    last_event_at      integer not null
) strict;

create index case_received on case_row (received_on, chrono);
create index case_limit on case_row (limit_key, chrono);
create index case_running on case_row (running_on, chrono) where running_on is not null;
create index case_late on case_row (chrono) where answered_on > limit_on;
create index case_touched on case_row (last_event_at, chrono);
create index case_complainant on case_row (complainant_sort, chrono);
create index case_complainant_key on case_row (complainant_key, chrono desc) where complainant_key <> '';
create index case_phone_key on case_row (phone_key, chrono desc) where phone_key <> '';
create index case_kind on case_row (kind, chrono);
create index case_channel on case_row (channel, chrono);
create index case_unit on case_row (unit_id, chrono) where unit_id is not null;
create index case_stage on case_row (stage, chrono);
create index case_protected on case_row (chrono) where protected;

-- Apart from the line, so that walking along the register does not leaf through every state. What was written of
-- line, subjects and people stands here as digests, so that one look tells what changed.
create table case_state (
    case_id  blob primary key references case_row (id),
    written  text not null,
    state    text not null
) strict;

create table case_subject (
    case_id  blob not null references case_row (id),
    subject  text not null,
    chrono   integer not null,
    primary key (case_id, subject)
) strict, without rowid;

create index case_subject_chrono on case_subject (subject, chrono);

create table case_person (
    case_id    blob not null references case_row (id),
    person_id  blob not null,
    part       text not null,
    primary key (case_id, person_id, part)
) strict, without rowid;

create index case_person_person on case_person (person_id, case_id, part);

create table corrective_action (
    id         blob not null unique,
    chrono     integer primary key,
    year       integer not null,
    ordinal    integer not null,
    number     text not null unique,
    version    integer not null,
    stage      text not null,
    owner_id   blob,
    due_on     text,
    opened_on  text not null,
    closed_on  text,
    summary    text not null,
    state      text not null
) strict;

create index corrective_action_stage on corrective_action (stage, chrono);

create table case_corrective_action (
    case_id    blob not null references case_row (id),
    action_id  blob not null references corrective_action (id),
    primary key (case_id, action_id)
) strict, without rowid;

create index case_corrective_action_action on case_corrective_action (action_id, case_id);

create table year_book (
    id             blob primary key,
    year           integer not null unique,
    version        integer not null,
    stage          text not null,
    frozen_digest  text,
    state          text not null
) strict;

create table obligation (
    stream_kind    text not null,
    stream_id      blob not null,
    ordinal        integer not null,
    number         text not null,
    rule           text not null,
    act            text not null,
    holder_role    text,
    holder_person  blob,
    holder_unit    blob,
    holder_key     text not null,
    opens_on       text,
    due_on         text,
    due_at         integer,
    due_key        text not null,
    provisional    integer not null check (provisional in (0, 1)),
    anchor         text not null,
    primary key (stream_kind, stream_id, ordinal)
) strict, without rowid;

create index obligation_holder on obligation (holder_key, due_key, stream_id, ordinal);
create index obligation_due on obligation (due_key, stream_id, ordinal);

create table read_log (
    person_id  blob not null,
    case_id    blob not null,
    at         integer not null,
    what       text not null
) strict;

create index read_log_case on read_log (case_id, at);
create index read_log_person on read_log (person_id, at);
