### The command line: what the program says on the screen of the server.

cli-serving = { -product } runs at { $address }
cli-set-up-here = Not set up yet: open that address to enter the organisation and its first administrator.
cli-set-up-token = Set-up token (needed from other machines): { $token }
cli-not-set-up = The organisation is not set up. Run `phucdap init` or open the site for the first time.
cli-already-set-up = The organisation was set up before; nothing was changed.
cli-set-up-done = { $organisation } is set up; the administrator signs in as { $login }.
cli-password-once = The password of { $login }, shown this once: { $password }
cli-password-set = { $login } has a new password.
cli-user-added = { $name } ({ $login }) was added.
cli-user-unknown = There is no account { $login }.
cli-role-unknown = There is no role { $role }. The roles: { $roles }
cli-unit-unknown = There is no unit { $unit }.
cli-user-login = Login
cli-user-name = Name
cli-user-position = Position
cli-user-roles = Roles
cli-user-closed = (closed)
cli-wrong-field = { $field }: { $problem }
cli-denied = Not allowed.
cli-not-found = Not found.

## Verification
verify-title = Verification of everything that is stored
verify-histories = Histories folded from the beginning
verify-events = Lines of history, each with its hash
verify-cases = Cases
verify-open-cases = of these, open
verify-corrective-actions = Corrective and preventive actions
verify-year-books = Yearly compilations
verify-obligations = Duties stored
verify-texts = Texts
verify-erased-texts = of these, erased
verify-files = Files
verify-letters = Numbered letters
verify-numbers-of-year = Numbers in the book of { $year }
verify-digest = Digest of everything
verify-clean = Nothing differs.
verify-differences = { $count ->
    [one] { NUMBER($count) } difference:
   *[other] { NUMBER($count) } differences:
}
verify-waits = The calendar or the settings changed and dates wait to be computed anew, so duties were not compared this time.
verify-what-chain = The chain of hashes is broken
verify-what-unreadable = The history cannot be read
verify-what-state = The state is not what the history gives
verify-what-row = The line of the register is not what the history gives
verify-what-subjects = The subjects are not what the history gives
verify-what-people = The people on it are not what the history gives
verify-what-obligations = The duties are not what the procedure gives
verify-what-search = The words to find it by are not what was written
verify-what-text = A text is missing or was changed
verify-what-file = A file is missing or was changed
verify-what-number = A number is missing or given twice
verify-what-letter = A letter is not in the register of outgoing letters
verify-what-link = The links with corrective actions are not what the history gives
verify-what-orphan = Stored without a history

## Time limit
deadline-received = Received on { $received }

## Bringing in an old book
import-problems = What was seen in the file
import-row = row { $row }
import-rows = rows { $rows }
import-column = column { $column }
import-file = the whole file
import-times = { NUMBER($count) } cells
import-times-rows = { NUMBER($count) } rows
import-progress-read = rows read: { NUMBER($count) }
import-progress-entered = rows entered: { NUMBER($count) }
import-see-row = see row { $row }
import-no-problems = Nothing to remark.
import-stopped = { $count ->
    [one] { NUMBER($count) } error: no row was brought in.
   *[other] { NUMBER($count) } errors: no row was brought in.
}
import-dry-run = This was a look only: nothing was written.
import-done = { $records ->
    [one] { NUMBER($records) } case was brought into the book.
   *[other] { NUMBER($records) } cases were brought into the book.
}
import-numbers = { $year }: from number { $first } to number { $last }
import-before = This file was brought in before; nothing was added.
import-mapping-guessed = The mapping that was guessed (save it as a .toml file, correct it and use it with --map):
import-assumed = { $count ->
    [one] { NUMBER($count) } row does not tell its { $what }: entered as “{ $value }” and flagged
   *[other] { NUMBER($count) } rows do not tell their { $what }: entered as “{ $value }” and flagged
}
import-assumed-kind = kind
import-assumed-channel = channel
import-assumed-subject = subject
import-total-rows = Rows read
import-total-flagged = Rows with a warning
import-total-sent = Sent on
import-total-answered = Answered
import-total-closed = Closed
import-total-sent-late = Sent on after 30 days
import-total-answered-late = Answered after 30 days
import-total-closed-late = Closed after 30 days
import-total-year = Received in { $year }
import-unknown = not known
import-unsaid = the book does not say

## The demo
demo-playing = Making a year of a fictitious centre…
demo-ready = { $cases ->
    [one] { NUMBER($cases) } case is ready. Everyone in the demo has the password { $password }
   *[other] { NUMBER($cases) } cases are ready. Everyone in the demo has the password { $password }
}

## Sample papers
papers-written = Wrote { NUMBER($count) } files to { $folder }
