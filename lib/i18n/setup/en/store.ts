import type { StoreWords } from '../types'

export const englishStore: StoreWords = {
  sides: { source: 'Source', target: 'Target', file: 'File', database: 'Database' },
  left: '{count} rows are too old only by the clock of this machine, which is ahead of the newest reading of Azure: they were left.',
  failure: '{side}: {sentence} ({code})',
  failures: {
    off: 'the history is off (SEALWATCH_HISTORY).',
    locked: 'other programs kept it locked. Try again.',
    full: 'the disk is full, or SEALWATCH_HISTORY_MAX_MB is reached.',
    'read-only': 'it cannot be written.',
    unreachable: 'it cannot be reached, or there is no such file.',
    refused: 'it refuses the connection or the statement.',
    'sign-in-refused': 'it refuses the sign-in. Check the user, the password and the TLS setting in DATABASE_URL.',
    'not-trusted':
      'its certificate is not trusted, is not valid now, or is for another name. Name its authority in NODE_EXTRA_CA_CERTS, renew it, or write the name of the certificate in DATABASE_URL.',
    'no-tls':
      'it offers no TLS, or none from version 1.2 on, and DATABASE_URL asks for it. Turn it on there; sslmode=disable is for this machine alone, or with SEALWATCH_DATABASE_WITHOUT_TLS.',
    'password-missing': 'it asks for a password, and DATABASE_URL has none.',
    'role-refused': 'the role of DATABASE_URL lacks a right on the schema or on a table.',
    'not-owner': 'the role may not do this. It must own the tables.',
    'migration-refused':
      'its schema is older than this program, and the role may not change it. Run npm run -s store -- migrate with the role that owns the tables.',
    'file-refused': 'this user may not read or write the file or its folder. Run it as the user of the server.',
    'not-a-folder': 'a file is where its folder should be. For the database that is SEALWATCH_DATA_DIR.',
    'no-database': 'the server has no database of this name. Create it, or correct DATABASE_URL.',
    'timed-out': 'it did not answer in time.',
    'schema-older': 'its schema is older than this program. Run npm run -s store -- migrate there first.',
    'schema-newer':
      'a newer version of Sealwatch has migrated it. Use that version: a schema cannot be downgraded. To go back, restore a backup from before the upgrade.',
    'copy-unfinished': 'it is a copy that is not finished. Finish it with copy --switch, or use another database.',
    damaged: 'it is damaged, or it is no database.',
    'driver-missing': 'the part of better-sqlite3 or pg for this machine is missing.',
    failed: 'it returned an error.',
    'not-empty': 'it has data already.',
    'in-use': 'a server, collector or other program is using it. Stop them first.',
    'same-database': 'it is the source itself.',
    unequal: 'it does not contain what was written to it. Do not use it.',
    'file-exists': 'it exists already. Choose another name.',
    'no-temporary-folder':
      'the folder for temporary files cannot be written, or has no room for a copy of it. Set TMPDIR to another folder.',
    'not-a-backup': 'it is no complete backup of Sealwatch.',
  },
}
