'use client'

import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/**
 * Slots of the frame that a page can fill: beside the tenant, the search field, the freshness, the line under the bar.
 */
export type SlotName = 'scope' | 'search' | 'freshness' | 'progress'

interface Slots {
  readonly places: Readonly<Partial<Record<SlotName, HTMLElement | null>>>
  readonly filled: Readonly<Partial<Record<SlotName, number>>>
  readonly place: (name: SlotName, element: HTMLElement | null) => void
  readonly fill: (name: SlotName, change: 1 | -1) => void
}

const SlotsContext = createContext<Slots | null>(null)

/** Connects the frame and the page inside it. */
export function FrameSlots({ children }: { readonly children: ReactNode }) {
  const [places, setPlaces] = useState<Slots['places']>({})
  const [filled, setFilled] = useState<Slots['filled']>({})
  const place = useCallback(
    (name: SlotName, element: HTMLElement | null) => setPlaces((before) => ({ ...before, [name]: element })),
    [],
  )
  const fill = useCallback(
    (name: SlotName, change: 1 | -1) => setFilled((before) => ({ ...before, [name]: (before[name] ?? 0) + change })),
    [],
  )
  const value = useMemo(() => ({ places, filled, place, fill }), [places, filled, place, fill])
  return <SlotsContext value={value}>{children}</SlotsContext>
}

/** The slot in the frame. `children` are shown as long as no page fills it. */
export function SlotPlace(props: {
  readonly name: SlotName
  readonly className?: string
  readonly children?: ReactNode
}) {
  const slots = use(SlotsContext)
  const place = slots?.place
  const { name } = props
  const ref = useCallback((element: HTMLElement | null) => place?.(name, element), [place, name])
  return (
    <div className={props.className}>
      <div ref={ref} className="contents" />
      {(slots?.filled[name] ?? 0) === 0 && props.children}
    </div>
  )
}

/** Renders content into a slot of the frame from inside a page. */
export function IntoSlot({ name, children }: { readonly name: SlotName; readonly children: ReactNode }) {
  const slots = use(SlotsContext)
  const fill = slots?.fill
  useEffect(() => {
    fill?.(name, 1)
    return () => fill?.(name, -1)
  }, [fill, name])
  const target = slots?.places[name] ?? null
  return target === null ? null : createPortal(children, target)
}
