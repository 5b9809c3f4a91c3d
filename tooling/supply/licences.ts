import type { Locked } from './lockfile'

/** Licences that are accepted for every package. */
const free = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
]

/** Licences with more conditions, and the packages for which they are accepted, with the reason. */
const named: readonly { readonly licence: string; readonly packages: RegExp; readonly why: string }[] = [
  { licence: 'OFL-1.1', packages: /^@fontsource(-variable)?\//, why: 'typefaces: shipped as they are' },
  { licence: 'CC-BY-4.0', packages: /^caniuse-lite$/, why: 'a table of browsers, read at build time' },
  { licence: 'MPL-2.0', packages: /^lightningcss(-|$)/, why: 'compiles style sheets at build time, unchanged' },
  { licence: 'LGPL-3.0-or-later', packages: /^@img\/sharp-/, why: 'optional; infra/image/build.sh leaves it out' },
]

function mayHave(name: string, licence: string): boolean {
  return free.includes(licence) || named.some((each) => each.licence === licence && each.packages.test(name))
}

/** SPDX expressions of the kind that packages write: https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/ */
function isAllowed(name: string, expression: string): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(bare)) return false
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => mayHave(name, licence.trim())))
}

/** Packages without an accepted licence, with their licence. A package that names no licence is included. */
export function notAllowed(packages: readonly Pick<Locked, 'as' | 'license'>[]): readonly string[] {
  return packages
    .filter(({ as, license }) => license === undefined || !isAllowed(as, license))
    .map(({ as, license }) => `${as}: ${license ?? 'no licence'}`)
}
