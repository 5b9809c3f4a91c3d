/**
 * German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese and Korean, by stems. Letters of Russian
 * can have been replaced by the Latin ones that look alike.
 */
const work =
  /schl[üu]ssel|versleutel|chiffr|d[ée]chiffr|cifra|encript|cript(?:o|ograf)|critt|szyfr|шиф[рp]|加密|解密|암호|복호|konvertier|conversi[óo]n|convers[ãa]o|转换|轉換|변환/i

/** Forms that leave the end of the work open. */
const goesOn = [
  /\bl[äa]uft\b|\bim Gange\b|\b(?:wird|werden)\b|\bnoch nicht (?:fertig|abgeschlossen|beendet)/i,
  /\ben cours\b|\bse poursuit\b|\bpas (?:encore )?(?:termin|fini)/i,
  /\ben (?:curso|progreso|proceso)\b|\bsigue\b|\b(?:des)?(?:cifrando|encriptando)|\b(?:no ha (?:terminado|finalizado)|todav[ií]a|a[úu]n)\b/i,
  /\bem (?:andamento|curso|progresso)\b|\b(?:des)?(?:criptografando|encriptando)|\bainda\b/i,
  /\bin corso\b|\b(?:de)?crittografando|\bnon [èe] (?:ancora )?(?:termin|finit|complet)/i,
  /\bwordt\b|\bbezig\b|\bw toku\b|\btrwa\b/i,
  /вып[оo]лня[еe]т[сc]я|ид[ёеe]т|п[рp][оo]д[оo]лж[аa][еe]т[сc]я|шиф[рp][уy][еe]т[сc]я|п[рp][оo]ц[еe][сc]{2}[еe]|н[еe] з[аa]в[еe][рp]ш/i,
  /正在|进行中|進行中|[加解]密中|尚未完成|还没|還沒/,
  /진행 ?중|[화호] ?중|하는 중|아직/,
]

/** Whether a sentence in one of these languages tells of work on a disk without saying that it ended. */
export const leavesWorkOpenInLanguages = (sentence: string): boolean =>
  work.test(sentence) && goesOn.some((form) => form.test(sentence))

export const decryptionInLanguages =
  /entschl[üu]ssel|d[ée]chiffr|descifr|des(?:cript|encript)|decritt|[рp][аa][сc]шиф[рp]|解密|복호/i
