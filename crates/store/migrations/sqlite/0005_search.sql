-- What is searched: an index of folded and of accented words, and beside it what was indexed, to see a change.

create table search_row (
    chrono  integer primary key,
    digest  text not null
) strict;

-- Contentless, because the texts stand elsewhere; the row number is the case's chrono, so that the
-- newest come first without sorting. Merging is left to the background, where nobody waits for it.
create virtual table search_index using fts5 (
    words,
    content = '',
    contentless_delete = 1,
    detail = full,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

insert into search_index (search_index, rank) values ('automerge', 0);
insert into search_index (search_index, rank) values ('crisismerge', 64);
