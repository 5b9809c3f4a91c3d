import { ensureBrowser } from './browser'

/** A program of its own, because installing blocks: `npm test` has it done while it does something else. */
process.exitCode = ensureBrowser() === null ? 1 : 0
