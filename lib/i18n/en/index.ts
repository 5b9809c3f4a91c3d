import { admin } from './admin'
import { api } from './api'
import { demo } from './demo'
import { errors } from './errors'
import { evidence } from './evidence'
import { explain } from './explain'
import { facts } from './facts'
import { flags } from './flags'
import { fleet } from './fleet'
import { frame } from './frame'
import { help } from './help'
import { history } from './history'
import { inbox } from './inbox'
import { local } from './local'
import { notes } from './notes'
import { report } from './report'
import { retirement } from './retirement'
import { snapshots } from './snapshots'
import { states } from './states'
import { timeline } from './timeline'
import { troubleshoot } from './troubleshoot'
import { ui } from './ui'
import { verdict } from './verdict'
import { vm } from './vm'
import { watches } from './watches'

/** All English texts, by namespace. The other languages must have the same keys. */
export const en = {
  admin,
  api,
  demo,
  errors,
  evidence,
  explain,
  facts,
  flags,
  fleet,
  frame,
  help,
  history,
  inbox,
  local,
  notes,
  report,
  retirement,
  snapshots,
  states,
  timeline,
  troubleshoot,
  ui,
  verdict,
  vm,
  watches,
} as const
