import { parseDeckName } from "../../base/index.ts";
import { type DeckInfo, parseTerms, printTermGroup, type Terms } from "../../deck/index.ts";
import { mediaName } from "../media-name.ts";
import type { Draft, DraftQuestion, ImportWarning, Media, SourceText, TextReader } from "../reader.ts";
import { DECK_JSON } from "./deck-json.ts";
import { isObject, parseQuestionJson, textOf, textsOf } from "./question-json.ts";
import { wholeQuestion } from "./whole-question.ts";

const NAME = "vivarium-json";

type Reject = (place: string, what: string) => void;

/** Reads what `viva export --format json` wrote. */
export const deckJsonReader: TextReader = {
  takes: "text",
  name: NAME,
  about: "a deck that Vivarium wrote as JSON",
  sniff: ({ text }) =>
    new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${DECK_JSON.format}"`).test(text.slice(0, 200)) ? 1 : 0,
  read: async (source) => readDeckJson(source),
};

function readDeckJson({ name, text }: SourceText): Draft {
  const warnings: ImportWarning[] = [];
  const reject = (place: string, what: string) =>
    warnings.push({ code: "rejected", line: 1, place, text: `${place} is left out: ${what}` });
  const document = parsed(text);
  if (document === null) {
    reject("$", `${name} is no whole JSON document; export the deck again`);
    return { reader: NAME, questions: [], warnings, evidence: 0, accounted: 0 };
  }
  if (document.v !== DECK_JSON.v) {
    warnings.push({
      code: "not-kept",
      line: 1,
      place: "v",
      text: `the document is of version ${JSON.stringify(document.v)}, and ${DECK_JSON.v} is known here: what is new in it is left out`,
    });
  }
  const questions: DraftQuestion[] = [];
  const named = parseDeckName(isObject(document.deck) ? textOf(document.deck.name) : "");
  const listed = Array.isArray(document.questions) ? document.questions : [];
  for (const [at, value] of listed.entries()) {
    const place = `questions[${at}]`;
    const question = parseQuestionJson(value, place, reject);
    if (question !== null) questions.push(wholeQuestion(question, place));
  }
  return {
    reader: NAME,
    questions,
    warnings,
    media: mediaOf(document.media, reject),
    ...(Array.isArray(document.history) && { history: document.history }),
    ...(named.ok && { name: named.value }),
    gone: (Array.isArray(document.gone) ? document.gone : []).flatMap(
      (value: unknown, at) => parseQuestionJson(value, `gone[${at}]`, reject) ?? [],
    ),
    info: infoOf(document.deck, reject),
    evidence: questions.length === 0 ? 0 : 1,
    accounted: questions.length === 0 ? 0 : 1,
  };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function infoOf(value: unknown, reject: Reject): Partial<Omit<DeckInfo, "name">> {
  if (!isObject(value)) return {};
  const { title, licence, language, sections, terms, text } = value;
  return {
    title: textOf(title),
    licence: textOf(licence),
    language: textOf(language),
    sections: textsOf(sections),
    terms: termsOf(terms, reject),
    text: textOf(text),
  };
}

function termsOf(value: unknown, reject: Reject): Terms {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  const entries = listed.map((group) => printTermGroup(textsOf(group)));
  const { terms, problems } = parseTerms(entries);
  for (const { at, text } of problems) reject(`deck.terms[${at}]`, text);
  for (const [at, entry] of entries.entries())
    if (entry === "") reject(`deck.terms[${at}]`, "wanted a list of wordings");
  return terms;
}

function mediaOf(value: unknown, reject: Reject): Media[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown, at) => {
    const name = isObject(each) ? textOf(each.name) : "";
    if (!isObject(each) || mediaName(name) !== name || typeof each.base64 !== "string") {
      reject(`media[${at}]`, "no picture or sound with a name that is safe");
      return [];
    }
    return [{ name, bytes: new Uint8Array(Buffer.from(each.base64, "base64")) }];
  });
}
