### My papers: long ones are made aside, with progress, and fetched later.

my-papers-title = My papers
my-papers-lead = Long papers are made aside while you do other work. A file is kept for two days, then removed.
my-papers-name = Paper
my-papers-asked = Asked for
my-papers-state = State
my-papers-none = No papers yet
my-papers-none-text = Long registers, case dossiers and reports that you ask for will lie here.
my-papers-waiting = Waiting
my-papers-making = Being made
my-papers-making-of = Being made: { $done } of { $of }
my-papers-making-some = Being made: { $done } lines read
my-papers-done = Done
my-papers-failed = Not made
my-papers-failed-text = The paper could not be made. Try again; if it fails again, tell the administrator.
my-papers-download = Download
my-papers-refresh = Look again
papers-given-up = It was tried three times and could not be made. Tell the administrator.
notice-paper-asked = Your paper was asked for. Long ones are made aside; you may leave this page.
