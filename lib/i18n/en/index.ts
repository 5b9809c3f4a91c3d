import { evidence } from './evidence'
import { facts } from './facts'
import { flags } from './flags'
import { states } from './states'
import { ui } from './ui'

/** All English texts, by namespace. The other languages must have the same keys. */
export const en = { evidence, facts, flags, states, ui } as const
