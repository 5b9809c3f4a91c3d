import {
  Bell,
  CalendarClock,
  Camera,
  ChartArea,
  CircleHelp,
  Clipboard,
  Diff,
  Inbox,
  ListTree,
  Server,
  type LucideIcon,
} from 'lucide-react'

export type PlaceKey =
  'fleet' | 'needs' | 'causes' | 'retirement' | 'compare' | 'following' | 'history' | 'snapshots' | 'explain' | 'help'

export interface Place {
  readonly key: PlaceKey
  readonly href: string
  readonly icon: LucideIcon
  /** True when a path belongs to this place. */
  readonly holds: (pathname: string) => boolean
}

/** A place of one page. */
const page = (href: string, icon: LucideIcon) => ({ href, icon, holds: (pathname: string) => pathname === href })

const all: Readonly<Record<PlaceKey, Omit<Place, 'key'>>> = {
  fleet: {
    href: '/',
    icon: Server,
    holds: (pathname) =>
      pathname === '/' || pathname === '/report' || pathname.startsWith('/vm/') || pathname.startsWith('/vmss/'),
  },
  needs: page('/needs-action', Inbox),
  causes: page('/causes', ListTree),
  retirement: page('/retirement', CalendarClock),
  /** Two files: only a page that shows one has it. */
  compare: page('/compare', Diff),
  following: page('/following', Bell),
  history: page('/history', ChartArea),
  snapshots: page('/snapshots', Camera),
  explain: page('/explain', Clipboard),
  help: {
    href: '/help',
    icon: CircleHelp,
    holds: (pathname) => pathname === '/help' || pathname.startsWith('/help/'),
  },
}

/** The places with these keys, in order. A place is listed once its page works. */
export function placesOf(keys: readonly PlaceKey[]): readonly Place[] {
  return keys.map((key) => ({ key, ...all[key] }))
}

/** What the bar and the narrow menu lead to. */
export interface BarProps {
  readonly places: readonly Place[]
  readonly onPalette: () => void
}
