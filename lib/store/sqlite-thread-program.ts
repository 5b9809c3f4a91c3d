import 'server-only'

/** Statements that stay prepared; those of a load repeat, a list of other length is another one. */
const keptStatements = 100

/**
 * What the thread of `SqliteThread` runs. A text, because every place runs it without a file of its own beside it: the
 * built server, the bundled programs, the npm package, the image, tests.
 *
 * It finds the driver from the program that runs, because a thread of a text has no folder of its own. The builds see
 * nothing of this, and would take the whole project for what it may load.
 *
 * It is given lists of statements, and answers with what each gave or with the first error; for `null` it closes the file
 * and ends. Statements on rows stay prepared; others may change what a prepared one means.
 *
 * After some failures, such as a full disk, SQLite rolls back by itself. A second rollback would fail, and its error would
 * hide the first one. Source: https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
 */
export const threadProgram = `'use strict'
const { existsSync, realpathSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { parentPort, workerData } = require('node:worker_threads')
const { program, file, options } = workerData
const kept = new Map()
let handle

function opened() {
  const from = existsSync(program) ? realpathSync(program) : join(process.cwd(), 'program')
  const Database = createRequire(from)('better-sqlite3')
  return new Database(file, options)
}

function prepared(sql) {
  const known = kept.get(sql)
  const statement = known ?? handle.prepare(sql)
  if (!/^\\s*(?:select|insert|update|delete|with|begin|commit)\\b/i.test(sql)) return statement
  kept.delete(sql)
  kept.set(sql, statement)
  if (kept.size > ${keptStatements}) kept.delete(kept.keys().next().value)
  return statement
}

function outcomeOf({ sql, parameters }) {
  const statement = prepared(sql === 'rollback' && !handle.inTransaction ? 'select 1' : sql)
  if (statement.reader) return { rows: statement.all(parameters) }
  const { changes, lastInsertRowid } = statement.run(parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

function answer({ id, statements }) {
  try {
    handle ??= opened()
    return { id, outcomes: statements.map(outcomeOf) }
  } catch (error) {
    return { id, failure: { name: error.name, message: error.message, code: error.code } }
  }
}

parentPort.on('message', (request) => {
  if (request !== null) return parentPort.postMessage(answer(request))
  handle?.close()
  parentPort.close()
})
`
