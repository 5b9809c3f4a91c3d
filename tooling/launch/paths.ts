import { fileURLToPath } from 'node:url'

/** Top folder of the project, without a slash at the end. */
export const top = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
