### Coming in: set-up on the first run, signing in.

access-sign-in-title = Sign in
access-login = Login
access-password = Password
access-wrong = The login or the password is wrong.
access-too-many = Too many attempts. Please wait 15 minutes and try again.
access-demo-title = Come in as
access-demo-text = This is a demonstration with a fictitious centre. Choose a person to come in with their role.

access-setup-title = First set-up
access-setup-text = Name the organisation and its first administrator. Everything can be changed later.
access-setup-organisation-part = Organisation
access-setup-administrator-part = Administrator
access-setup-parent = Parent authority
access-setup-parent-hint = Printed above the organisation's name in letters, if there is one.
access-setup-organisation = Name of the organisation
access-setup-organisation-hint = In full, as on the seal.
access-setup-symbol = Abbreviation in document numbers
access-setup-symbol-hint = For example: TTCN
access-setup-place = Place
access-setup-place-hint = Written before the date of letters, for example: Hà Nội
access-setup-name = Full name
access-setup-password-hint = At least 10 characters.
access-setup-token = Set-up code
access-setup-token-hint = Printed on the server's screen when it starts; not needed from the server itself.
access-setup-submit = Set up

failure-not-found = This page was not found
failure-not-found-text = It does not exist, or it is not open to your role.
failure-denied = Not permitted
failure-denied-text = This is outside your authority.
failure-refused = The procedure does not allow it
failure-overtaken = Someone was here before you
failure-overtaken-text = Another person has just updated this case. Please open the page again to see what is new.
failure-key-reused = This form was sent before with other content
failure-key-reused-text = What was sent first has been recorded. Please open the page again and go on from there.
failure-invalid = Something cannot stand as it is
failure-storage = The system is in trouble
failure-storage-text = Nothing was recorded. Please try again in a few minutes; if it goes on, tell the administrator.
failure-expired = The session has ended
failure-expired-text = The form was not accepted because the session has ended. Please go back, sign in and send it again.
failure-home = To the main page
