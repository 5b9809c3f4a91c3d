import { evidence } from './evidence'
import { facts } from './facts'
import { flags } from './flags'
import { states } from './states'
import { ui } from './ui'

import type { en } from '../en'
import type { SameKeys } from '../shape'

export const ja = { evidence, facts, flags, states, ui } as const satisfies SameKeys<typeof en>
