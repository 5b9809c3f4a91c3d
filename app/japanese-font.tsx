'use client'

import '@fontsource/ibm-plex-sans-jp/400.css'
import '@fontsource/ibm-plex-sans-jp/500.css'
import '@fontsource/ibm-plex-sans-jp/600.css'

/** Loads the Japanese font's style sheets; renders nothing. */
export default function JapaneseFont() {
  return null
}
