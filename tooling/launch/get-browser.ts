import { ensureBrowser } from './browser'

/** A separate program, because installing blocks: `npm test` runs it in parallel with other work. */
process.exitCode = ensureBrowser() === null ? 1 : 0
