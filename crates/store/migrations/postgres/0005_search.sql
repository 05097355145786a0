-- What is searched: an index of folded and of accented words, and beside it what was indexed, to see a change.

create table search_row (
    chrono  bigint primary key,
    digest  text collate "C" not null
);

create table search_index (
    chrono  bigint primary key,
    words   tsvector not null
);

create index search_index_words on search_index using gin (words);
