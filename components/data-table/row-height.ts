import { useMedia, useTextScale } from './measures'
import type { Density } from './types'

// At a text size of 16 px. Touch input needs 44, at any chosen density.
const heights: Readonly<Record<Density | 'touch', number>> = { normal: 36, compact: 28, touch: 44 }

/** Height of a line in CSS pixels. It grows with the text size set in the browser. */
export function useRowHeight(density: Density): number {
  const coarse = useMedia('(pointer: coarse)')
  return Math.round(heights[coarse ? 'touch' : density] * useTextScale())
}
