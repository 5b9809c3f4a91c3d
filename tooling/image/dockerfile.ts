/** One line of a Dockerfile, continued lines joined. */
export interface Step {
  readonly instruction: string
  readonly text: string
}

/** A stage: its base image, and its steps in order. */
export interface Stage {
  readonly base: string
  readonly name: string | null
  readonly steps: readonly Step[]
}

/** How a container is started: the settings of the last stage. */
export interface ImageConfig {
  readonly env: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly workdir: string
  readonly user: string
  readonly volumes: readonly string[]
  readonly command: readonly string[]
  readonly health: readonly string[]
  readonly stopSignal: string
}

const knownInstructions = [
  'FROM',
  'WORKDIR',
  'ENV',
  'COPY',
  'RUN',
  'LABEL',
  'VOLUME',
  'USER',
  'EXPOSE',
  'STOPSIGNAL',
  'HEALTHCHECK',
  'CMD',
]

function stepsOf(text: string): Step[] {
  const joined = text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\\\n/g, ' ')
  return joined.split('\n').flatMap((line) => {
    const [, instruction, rest] = /^(\w+)\s+(.+)$/.exec(line.trim()) ?? []
    if (instruction === undefined || rest === undefined) return []
    if (!knownInstructions.includes(instruction)) throw new Error(`not supported here: ${instruction}`)
    return [{ instruction, text: rest }]
  })
}

/** Parses a simple Dockerfile, and refuses instructions that it cannot run exactly. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { base: string; name: string | null; steps: Step[] }[] = []
  for (const step of stepsOf(text)) {
    if (step.instruction === 'FROM') {
      const [base = '', , name = null] = step.text.split(/\s+/)
      stages.push({ base, name, steps: [] })
    } else {
      const stage = stages.at(-1)
      if (stage === undefined) throw new Error('a step before the first FROM')
      stage.steps.push(step)
    }
  }
  return stages
}

/** `A=b C="d e"` as names and values. */
export function pairsOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w.]+)=("[^"]*"|\S+)/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.replaceAll(/^"|"$/g, '')]))
}

/** `["node", "server.js"]` as words. The shell form is refused: a shell between signals and the program would not forward them. */
export function wordsOf(text: string): string[] {
  const words: unknown = JSON.parse(text)
  if (Array.isArray(words) && words.every((word) => typeof word === 'string')) return words
  throw new Error(`not a list of words: ${text}`)
}

/** The container settings of the last stage. */
export function configOf(stage: Stage): ImageConfig {
  const texts = (instruction: string) => stage.steps.filter((step) => step.instruction === instruction)
  const last = (instruction: string) => texts(instruction).at(-1)?.text
  const merged = (instruction: string) =>
    texts(instruction).reduce<Record<string, string>>((all, { text }) => ({ ...all, ...pairsOf(text) }), {})
  return {
    env: merged('ENV'),
    labels: merged('LABEL'),
    workdir: last('WORKDIR') ?? '/',
    user: last('USER') ?? '0:0',
    volumes: texts('VOLUME').map(({ text }) => text),
    command: wordsOf(last('CMD') ?? '[]'),
    health: wordsOf(/CMD (.+)$/.exec(last('HEALTHCHECK') ?? '')?.[1] ?? '[]'),
    stopSignal: last('STOPSIGNAL') ?? 'SIGTERM',
  }
}

/** Names that `.dockerignore` admits to the image. Its first pattern must exclude everything; other patterns are refused. */
export function contextOf(ignore: string): string[] {
  const lines = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const [first, ...rest] = lines
  if (first !== '*' || rest.some((line) => !/^![\w./-]+$/.test(line))) {
    throw new Error('.dockerignore must contain * and then the admitted names')
  }
  return rest.map((line) => line.slice(1))
}
