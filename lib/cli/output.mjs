// @ts-check
// Plain JavaScript, because the launcher, which runs before any package is installed, uses it too.

/**
 * What a program does once its output cannot be written: `end`; `finish` its work, which no loss of output may interrupt;
 * `serve` on as a server, whose exit code says nothing about its log.
 * @typedef {'end' | 'finish' | 'serve'} Reaction
 */

/** The programs of the product are bundled, each with its own copy of this file: the process has one state. */
const key = Symbol.for('sealwatch.output')

/** @param {Reaction} reaction */
function stateOf(reaction) {
  /** @type {{ reaction: Reaction } | undefined} */
  const known = Reflect.get(globalThis, key)
  if (known !== undefined) {
    known.reaction = reaction
    return null
  }
  const state = { reaction }
  Reflect.set(globalThis, key, state)
  return state
}

/**
 * Replaces the stack trace of Node.js for an output that cannot be written. One without a reader, as in `| head`, ends the
 * program without a word: other programs end by SIGPIPE then, which Node.js ignores. Any other failure, such as a full
 * disk, is a sentence with the system's code, and an exit code that is not 0. A terminal that closed sends SIGHUP, which
 * ends the program in order.
 * @param {Reaction} reaction the last call counts
 */
export function guardOutput(reaction = 'end') {
  const state = stateOf(reaction)
  if (state === null) return
  let lost = false
  process.on('exit', (code) => {
    if (lost && code === 0 && state.reaction !== 'serve') process.exitCode = 1
  })
  for (const [name, stream] of /** @type {const} */ ([
    ['standard output', process.stdout],
    ['standard error', process.stderr],
  ])) {
    let said = false
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) => {
      if (code === 'EIO') return
      if (code !== 'EPIPE') {
        lost = true
        if (!said && stream === process.stdout) process.stderr.write(`${name} cannot be written (${String(code)})\n`)
        said = true
      }
      // Not at once: a program that has printed its last words sets its exit code after them.
      if (state.reaction === 'end') setImmediate(() => process.exit())
    })
  }
}
