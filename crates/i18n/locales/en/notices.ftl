### Letters that go out without a drafted letter: acknowledgement, promise of a reply, extension, progress, to the certified client.

case-notices = Notices and letters that were sent
case-notices-text = Made from the words recorded with the act; where a letter takes a number, number and day stay blank for the registry. A draft begins with the newest template.
case-notice-sent = on { $on }
case-notice-draft = Draft
# Room to be filled in by hand on paper
case-notice-blank = ……………………
case-notice-about-referral = referral of { $kind } no. { $number }
case-notice-about-leak = outcome of the inquiry into a leak of information
dossier-notice-file = { $purpose } of { $on }
