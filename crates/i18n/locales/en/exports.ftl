### Everything or one case out of an installation, and everything into an empty one.

export-made = Exported to { $place }
export-place-taken = { $place } holds something already, or cannot be written; choose an empty directory or a new .zip file
export-without-passwords = There are no passwords in the export: where it is loaded, everybody gets a new one (phucdap user password).
export-set-passwords = There were no passwords in the export: give the administrator one with phucdap user password, who then gives the others theirs.
export-unchanged = Every file is as it was exported; every history follows from its first line.
export-loaded = Loaded; nothing differs.
export-was-in-use = The digest differs from the one in the export: the installation was in use meanwhile.
export-disk = A file could not be read or written
export-not-one = This is no export of this product
export-other-form = The export has form { $version }, which this version does not know
export-other-schema = The export holds data of version { $found }, this installation is { $wanted }: load it with the version that made it, then upgrade
export-one-case = The export holds one case: it is evidence and makes no installation
export-missing = The file { $file } is missing
export-changed = The file { $file } was changed
export-bad-line = File { $file }, line { $line }: cannot be read
export-broken-chain = File { $file }: the history { $history } is broken or was rewritten
export-not-empty = The installation holds something already (table { $table }); only an empty one takes an export in
