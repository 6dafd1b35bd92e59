/**
 * How much a title reads like a question, by its end and its first words, in a dozen languages. Words are a closed
 * list on purpose: a heading of an ordinary document ("Install", "Usage", "Licence") must not pass.
 */

/** Words that open a question whether or not a question mark follows. */
const ASKING = [
  // English
  "what|what's|whats|why|how (?:do|does|did|is|are|can|could|would|will|should|many|much|often|long|come)|how's|when (?:do|does|is|are|should|would|to)|where (?:do|does|is|are|should|would)|which|who|whom|whose|in what|in which|for what|is (?:it|there|this|a|an|the)|are there|can (?:you|we|i|a|an|the)|could you|do you|does|have you|would you|should (?:you|we|i)|explain|describe|define|discuss|differentiate|distinguish|compare|contrast|tell (?:me|us)|elaborate|(?:the )?differences? between|walk (?:me|us) through|true or false",
  // Spanish
  "qué|por qué|para qué|en qué|a qué|de qué|cómo|cuándo|dónde|quién|quiénes|cuál|cuáles|cuánto|cuánta|cuántos|cuántas|que es|que son|explica|explique|describe|describa|defina|diferencia entre|diferencias entre",
  // Portuguese
  "o que|que é|qual|quais|por que|por quê|como (?:você|se|funciona|funcionam|é|são|o|a|os|as|um|uma|criar|fazer|usar)|quando|onde|quem|quanto|quantos|para que|em que|explique|descreva|fale|diferencie|diferença entre|diferenças entre",
  // French
  "qu'est-ce|qu’est-ce|que signifie|quel|quelle|quels|quelles|comment|pourquoi|quand|où|qui|combien|est-ce|à quoi|en quoi|de quoi|expliquez|expliquer|décrivez|décrire|définissez|différence entre|différences entre",
  // German
  "was|wie|warum|wieso|weshalb|wann|wo|wer|wem|wen|wessen|welche|welcher|welches|welchen|welchem|wozu|womit|worin|wodurch|wofür|wieviel|erkläre|erklären sie|beschreibe|beschreiben sie|erläutere|erläutern sie|definiere|unterschied zwischen|unterschiede zwischen",
  // Russian
  "что|как|почему|зачем|когда|где|какой|какая|какое|какие|каков|каковы|каким|какими|чем|кто|сколько|объясните|опишите|расскажите|назовите|перечислите|приведите|сравните|в чем|в чём|для чего|есть ли|можно ли|разница между|отличия",
  // Italian
  "cosa|che cos'è|che cos’è|cos'è|cos’è|perché|come (?:si|funziona|funzionano|è|sono)|qual è|quali|quale|differenza tra|differenze tra|spiega|descrivi|a cosa",
  // Dutch
  "wat|waarom|hoe|wanneer|waar|welke|welk|wie|leg uit|beschrijf|verschil tussen",
  // Polish
  "co to|czym|czym jest|jak|jaki|jaka|jakie|dlaczego|kiedy|gdzie|wyjaśnij|opisz|różnica między",
  // Turkish
  "nedir|neden|nasıl|niçin|hangi|açıklayın",
  // Ukrainian
  "що|чому|навіщо|коли|де|який|яка|яке|які|чим|поясніть|опишіть|різниця між",
  // Czech, Slovak
  "co je|co jsou|co to|co se|co dělá|co znamená|jak|jaký|jaká|jaké|jakou|jakým|proč|který|která|které|vysvětlete|popište|čo je|čo sú|čo to|ako|aký|aká|aké|prečo|ktorý|ktorá|ktoré|vysvetlite|opíšte|popíšte",
  // Croatian, Serbian, Slovenian
  "što|šta|kako|zašto|zakaj|kaj|kaj je|koji|koja|koje|objasni|objasnite|opišite|razložite",
  // Hungarian, Romanian
  "mi a|mi az|mik a|mit|miért|hogyan|milyen|magyarázd|magyarázza|ce este|ce sunt|ce înseamnă|care este|care sunt|cum|de ce|explicați|descrieți|diferența dintre",
  // Swedish, Norwegian, Danish, Finnish
  "vad|varför|hur|vilken|vilka|förklara|beskriv|hva|hvad|hvorfor|hvordan|hvilke|hvilken|forklar|mikä|mitä|miksi|miten|milloin|selitä",
  // Indonesian, Vietnamese
  "apa itu|apakah|apa yang|mengapa|kenapa|bagaimana|jelaskan|sebutkan|apa perbedaan|tại sao|vì sao|thế nào|làm thế nào|làm sao|giải thích|trình bày|phân biệt|so sánh|hãy",
  // Arabic, Persian, Hebrew, Hindi
  "ما هو|ما هي|ماهو|ماهي|ما الفرق|ما معنى|لماذا|كيف|متى|اشرح|عرف|چرا|چگونه|چیست|توضیح دهید|מה|למה|מדוע|איך|כיצד|הסבר|क्या|कैसे|क्यों",
].join("|");

/** Words that ask for something, and also open many an ordinary heading ("Build", "List of users"). */
const ORDERING =
  "how to|how|when|where|list|name|give|write|implement|design|show|state|outline|summari[sz]e|identify|prove|calculate|compute|find|create|make|build|mention|return|difference|types of|advantages|pros and cons|use of|need for|" +
  "menciona|mencione|enumera|enumere|nombra|nombre|cita|cite|lista|liste|da|dé|dê|implementa|implemente|como|" +
  "citez|donnez|nommez|énumérez|listez|" +
  "nenne|nennen sie|zähle|vergleiche|gib|" +
  "дайте|напишите|реализуйте";

const ASKS = new RegExp(`^[¿¡"“«*_\`]*(?:${ASKING})(?![\\p{L}\\p{N}_-])`, "iu");
const ORDERS = new RegExp(`^[¿¡"“«*_\`]*(?:${ORDERING})(?![\\p{L}\\p{N}_-])`, "iu");
const HAN_ASKS =
  /什么|什麼|为什么|為什麼|如何|怎么|怎麼|怎样|怎樣|吗|嗎|哪些|哪个|哪種|哪种|区别|區別|是否|请(?:说|解释|描述|简述|介绍)|解释|簡述|简述|说说|谈谈|讲讲|介绍一下|描述|多少|なに|何|なぜ|ですか|とは$|について説明|違い|説明(?:して|せよ)|무엇|왜|어떻게|차이|설명하|란\?|인가요|입니까|설명해|설명$|해주세요|하세요|하시오|သလဲ|သလား|nedir$|là gì|như thế nào|khác nhau|چیست|چیه|چیکار|توضیح بده|คืออะไร|อย่างไร/iu;

/** The Greek question mark looks like a semicolon. */
const GREEK_MARK_AT_END = /\p{Script=Greek}[^;]{0,40}[;\u037e][)\s]*$/u;

/** A question mark at the end, or before a short rest (`What is X? (hard)`, `Why? *`). */
const MARK_AT_END = /[?？؟⸮]["”»'’)*_`~!.\s]*(?:[([{【（][^)\]】）]{0,40}[)\]】）])?[^\p{L}\p{N}]*$/u;
const MARK_INSIDE = /[?？](?:["”»'’)*_`]|\s|$)/u;

/** `read(path, options?)`: the signature of a function. */
const CALL = /^[*_`]*[\w$.]+\([^()]*\)[*_`]*$/;

/** Characters of a title that are looked at: no question is longer before it shows what it is. */
const LOOKED_AT = 600;

/** 1 for a question mark at the end, .8 for asking words, .5 for words that may just order, 0 for none of these. */
export function questionLikeness(title: string): number {
  const text = title.slice(0, LOOKED_AT).replace(/^[^\p{L}\p{N}¿¡"“«*_`]+/u, "");
  if (text === "") return 0;
  if (CALL.test(text)) return 0;
  const end = title.slice(-LOOKED_AT);
  if (MARK_AT_END.test(end) || GREEK_MARK_AT_END.test(end)) return 1;
  if (MARK_INSIDE.test(text) || ASKS.test(text) || HAN_ASKS.test(text)) return 0.8;
  return ORDERS.test(text) ? 0.5 : 0;
}
