/**
 * Closed lists of English words by the part they play in a sentence. What is in none of them is content.
 * Compared as written in lower case, after contractions are opened.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Carry grammar, not claims: never counted, but their presence tells a sentence from a heap of words. */
export const FUNCTION_WORDS = list(`
a an the this that these those it its itself he she they them their theirs his her him i me my mine we us our ours
you your yours yourself one's someone something anything
is are was were be been being am do does did doing done have has had having will would shall should can could might
of to in on at by from with for as into onto upon about over under through via per between among within during
against toward towards up down off out
and or but if then than so because while whereas although though since until unless when whenever where wherever
which who whom whose what why how whether also too therefore thus hence however moreover furthermore
there here just very quite rather really some such both either else even still yet already again
yes ok okay well sure like get gets got go goes going say says means mean called call
s t d ll m re ve
`);

/** Small words that do carry a claim ("only one", "its own", "before"), though less than a content word. */
export const LIGHT_WORDS = list(`
all any each every own same other another only one once first last next before after more most less least many much
few several may must need always sometimes often usually may everything everyone nothing everywhere behind above
below inside outside instead together thing things way kind sort lot use uses used using make makes made
new good bad want wants let lets put puts take takes give gives work works who when where
`);

/** Sounds of thinking aloud, dropped before anything is counted. */
export const FILLERS = list(`
um umm uh uhm er erm hm hmm mmm basically actually essentially literally honestly obviously anyway
`);

/** Turn what follows them in the clause into its opposite. */
export const NEGATORS = list(`
not no never cannot without none nothing neither nor nobody nowhere hardly avoid avoids avoiding lack lacks lacking
unable instead
`);

/** Negators that deny the whole clause, its subject included. */
export const VERB_NEGATORS = list(`not never cannot nor`);

/** Words after which "not" denies nothing: "not only", "not just". */
export const NOT_CANCELLERS = list(`only just merely simply necessarily`);

/** Stand for something named before; a clause with one of these carries on with the subject of the clause before. */
export const PRONOUNS = list(`it its they them their this that these those which who he she one`);

/** A clause may begin before one of these even where no comma stands. */
export const CONJUNCTIONS = list(`
and but while whereas because so then although though however since therefore if when where unless until
otherwise instead rather thus hence yet plus
`);

/** Verbs that end a subject wherever they stand. */
export const AUXILIARIES = list(`
is are was were be has have had can could will would may might must should does do did cannot
`);
