import { ClipboardPaste, Server, type LucideIcon } from 'lucide-react'

export type PlaceKey = 'fleet' | 'explain'

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
  holds: (pathname) => pathname === '/' || pathname.startsWith('/vm/'),
}

const explain: Place = {
  key: 'explain',
  href: '/explain',
  icon: ClipboardPaste,
  holds: (pathname) => pathname === '/explain',
}

const all: Readonly<Record<PlaceKey, Place>> = { fleet, explain }

/** The places with these keys, in order. A place is listed when its page works. */
export function placesOf(keys: readonly PlaceKey[]): readonly Place[] {
  return keys.map((key) => all[key])
}
