import {
  Bell,
  CalendarClock,
  Camera,
  ChartArea,
  CircleHelp,
  ClipboardPaste,
  Inbox,
  ListTree,
  Server,
  type LucideIcon,
} from 'lucide-react'

export type PlaceKey =
  'fleet' | 'needs' | 'causes' | 'retirement' | 'following' | 'history' | 'snapshots' | 'explain' | 'help'

export interface Place {
  readonly key: PlaceKey
  readonly href: string
  readonly icon: LucideIcon
  /** True where an address belongs to this place. */
  readonly holds: (pathname: string) => boolean
}

const fleet: Place = {
  key: 'fleet',
  href: '/',
  icon: Server,
  holds: (pathname) =>
    pathname === '/' || pathname === '/report' || pathname.startsWith('/vm/') || pathname.startsWith('/vmss/'),
}

const explain: Place = {
  key: 'explain',
  href: '/explain',
  icon: ClipboardPaste,
  holds: (pathname) => pathname === '/explain',
}

const needs: Place = {
  key: 'needs',
  href: '/needs-action',
  icon: Inbox,
  holds: (pathname) => pathname === '/needs-action',
}

const causes: Place = {
  key: 'causes',
  href: '/causes',
  icon: ListTree,
  holds: (pathname) => pathname === '/causes',
}

const retirement: Place = {
  key: 'retirement',
  href: '/retirement',
  icon: CalendarClock,
  holds: (pathname) => pathname === '/retirement',
}

const following: Place = {
  key: 'following',
  href: '/following',
  icon: Bell,
  holds: (pathname) => pathname === '/following',
}

const history: Place = {
  key: 'history',
  href: '/history',
  icon: ChartArea,
  holds: (pathname) => pathname === '/history',
}

const snapshots: Place = {
  key: 'snapshots',
  href: '/snapshots',
  icon: Camera,
  holds: (pathname) => pathname === '/snapshots',
}

const help: Place = {
  key: 'help',
  href: '/help',
  icon: CircleHelp,
  holds: (pathname) => pathname === '/help' || pathname.startsWith('/help/'),
}

const all: Readonly<Record<PlaceKey, Place>> = {
  fleet,
  needs,
  causes,
  retirement,
  following,
  history,
  snapshots,
  explain,
  help,
}

/** The places with these keys, in order. A place is listed when its page works. */
export function placesOf(keys: readonly PlaceKey[]): readonly Place[] {
  return keys.map((key) => all[key])
}
