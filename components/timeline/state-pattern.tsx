import { useId } from 'react'
import type { VmState } from '@/lib/contract/codes'

const tile = 8

/** What fills the band of each state where the user's system shows no colours of ours: strokes on a tile. */
const strokes: Readonly<Record<VmState, { readonly path: string; readonly width: number }>> = {
  failed: { path: 'M0 4H8', width: 8 },
  conflict: { path: 'M0 0L8 8M8 0L0 8', width: 1 },
  'restart-pending': { path: 'M2 0V8M6 0V8', width: 2 },
  encrypting: { path: 'M1 5L4 2L7 5', width: 1.5 },
  decrypting: { path: 'M1 3L4 6L7 3', width: 1.5 },
  unknown: { path: 'M3 4H5', width: 2 },
  'partly-encrypted': { path: 'M0 2H8M0 6H8', width: 2 },
  'encrypted-unverified': { path: 'M0 4H8M4 0V8', width: 1 },
  encrypted: { path: 'M0 4H8', width: 1 },
  'protected-otherwise': { path: 'M4 0V8', width: 1 },
  'not-encrypted': { path: '', width: 0 },
}

/** The pattern of a state, to fill a shape with. Tests compare them: no two are equal. */
export function StatePattern({ id, state }: { readonly id: string; readonly state: VmState }) {
  const { path, width } = strokes[state]
  return (
    <pattern id={id} width={tile} height={tile} patternUnits="userSpaceOnUse">
      <path d={path} fill="none" stroke="currentColor" strokeWidth={width} />
    </pattern>
  )
}

/** A square filled as the band of the state is. Only with forced colours: with others, a square of its colour does. */
export function StateSwatch({ state }: { readonly state: VmState }) {
  const id = useId()
  return (
    <svg aria-hidden width="24" height="16" className="hidden shrink-0 forced-colors:block">
      <StatePattern id={id} state={state} />
      <rect x="0.5" y="0.5" width="23" height="15" fill={`url(#${id})`} stroke="currentColor" />
    </svg>
  )
}
