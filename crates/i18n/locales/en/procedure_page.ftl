### The page of the procedure.

procedure-page-lead = Every sentence of the procedure, how it is read, and the periods in force.
procedure-page-added = Further duties
procedure-page-added-text = Duties that the standard for certification bodies demands and the procedure does not spell out.
procedure-page-contents = The rules
procedure-page-periods = Periods in force
procedure-page-duty = Duty
procedure-page-period = Period
