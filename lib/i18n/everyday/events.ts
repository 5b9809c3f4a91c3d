import { actions } from './actions'
import { progress } from './progress'
import { states } from './states'
import type { Synonyms } from './types'

/** Words that say what happened or is wanted, rather than to what. */
export const events: readonly Synonyms[] = [...actions, ...states, ...progress]
