/** What a column of a table or a key of an object is for, told by its name. */
export type Role =
  | "question"
  | "answer"
  | "section"
  | "level"
  | "tags"
  | "number"
  | "right"
  | "wrong"
  | "options"
  | "explanation"
  | "code"
  | "answerCode"
  | "language"
  | "source";

/**
 * Names in the order in which they are taken, compared without case, blanks, punctuation and accents. Question, answer
 * and section in English follow what public collections use; a later name is used when no earlier one is there.
 */
const NAMES: Readonly<Record<Role, string>> = {
  question:
    "question questions q front prompt term questiontext questiontitle questionbody interviewquestion interviewquestions ques query stem side1 " +
    "pregunta preguntas anverso frente enunciado termino pergunta perguntas questao questoes termo " +
    "recto terme enonce frage fragen vorderseite begriff aufgabe вопрос вопросы термин задание " +
    "问题 問題 题目 題目 题干 提问 问 正面 質問 domanda 질문",
  answer:
    "answer answers a back response responses definition solution solutions answertext ans sampleanswer modelanswer idealanswer expectedanswer suggestedanswer bestanswer referenceanswer shortanswer longanswer fullanswer reply meaning side2 " +
    "respuesta respuestas reverso definicion solucion resposta respostas verso definicao solucao " +
    "reponse reponses antwort antworten ruckseite losung ответ ответы определение решение " +
    "答案 回答 解答 参考答案 參考答案 答 背面 定义 答え risposta 답변",
  section:
    "section sectiontitle sectionname category categories categoryname topic topics topicname domain deck deckname chapter module unit subject theme area group company " +
    "seccion categoria tema mazo capitulo secao topico assunto materia baralho rubrique categorie sujet chapitre kategorie abschnitt thema kapitel bereich fach " +
    "раздел категория тема глава 分类 分類 类别 主题 主題 章节 专题 模块",
  level:
    "difficulty difficultylevel complexity seniority experiencelevel level dificultad dificuldade nivel difficulte niveau schwierigkeit schwierigkeitsgrad stufe сложность уровень 难度 難度 级别",
  tags: "tags tag keywords labels etiquetas schlagworte schlagworter motscles etiquettes теги тег метки 标签 標籤 关键词",
  number:
    "number no nr num id qno questionno questionnumber questionid sno slno srno index order position numero номер 序号 编号 题号",
  right:
    "correct correctanswer correctanswers correctoption correctoptions correctchoice correctchoices correctindex correctanswerindex correctoptionindex correctanswerid answerindex answeridx answerkey answerid answerletter rightanswer rightanswers rightoption key " +
    "respuestacorrecta correcta respostacorreta respostacerta correta gabarito bonnereponse reponsecorrecte richtigeantwort korrekteantwort richtig правильныйответ верныйответ 正确答案 正解",
  wrong:
    "incorrectanswers incorrectanswer wronganswers wronganswer distractors incorrect wrong incorrectoptions wrongoptions",
  options:
    "options choices alternatives variants possibleanswers answeroptions answerchoices multiplechoice opciones opcoes alternativas choix antwortmoglichkeiten optionen варианты вариантыответа вариантыответов 选项 選項",
  explanation:
    "explanation explanations rationale reason reasoning feedback justification explicacion explicacao explication erklarung begrundung объяснение пояснение 解析 解释 解釋 说明 說明 解説",
  code: "code snippet codesnippet codeblock codeblocks questioncode questioncodeblock questioncodeblocks codequestion codigo код 代码",
  answerCode: "answercode answercodeblock answercodeblocks solutioncode codeexample codeanswer examplecode",
  language: "language lang codelanguage programminglanguage",
  source:
    "source sources url urls link links href reference references ref refs resource resources fuente enlace enlaces fonte lien liens quelle link1 источник ссылка 来源 链接 出处",
};

/** Names of a question or an answer that name other things as often: the values must look like it too. */
const WEAK: Readonly<Record<"question" | "answer", string>> = {
  question:
    "text title instruction problem task statement challenge name word phrase sentence heading item content description label topic texto titulo titel titre заголовок текст 标题 標題 内容",
  answer:
    "explanation text description content body details detail value output completion result keypoints points goodtohear lookingfor translation summary note notes explicacion explicacao explication erklarung объяснение описание 解析 描述",
};

const ranks = new Map<Role, ReadonlyMap<string, number>>();

function ranksOf(role: Role): ReadonlyMap<string, number> {
  const known = ranks.get(role);
  if (known !== undefined) return known;
  const names = new Map(NAMES[role].split(" ").map((name, rank) => [fieldKey(name), rank]));
  ranks.set(role, names);
  return names;
}

/** Whether a name says that its values are questions: `prompt`, `term` and `q` can be something else. */
export const saysQuestion = (key: string): boolean => {
  const rank = rankOf("question", key);
  return rank >= 0 && !AMBIGUOUS.has(key);
};

const AMBIGUOUS: ReadonlySet<string> = new Set(
  "q front prompt term query stem side1 frente anverso termino termo recto terme begriff aufgabe задание термин 正面 问".split(
    " ",
  ),
);

const keys = new Map<string, string>();
/** Names that are remembered; a map with a million keys must not be. */
const MOST_REMEMBERED = 1000;

/** A name without case, blanks, punctuation and accents: `Good to hear?` gives `goodtohear`. */
export function fieldKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = name
    .slice(0, 200)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (keys.size < MOST_REMEMBERED) keys.set(name, key);
  return key;
}

/** From this rank on a name only contains a word for the role: its value must look like it. */
export const CONTAINS = 1000;

/** Whether columns of an option's family hold wrong answers only. */
export const isWrongFamily = (family: string): boolean =>
  /^(?:wrong|incorrect|false|distractor)/.test(family);

/** The place of a name among those of a role, 0 for the best; -1 when it is none of them. */
export function rankOf(role: Role, key: string): number {
  const rank = ranksOf(role).get(key);
  if (rank !== undefined) return rank;
  if ((role !== "question" && role !== "answer") || key.length > 30 || ABOUT.test(key)) return -1;
  return WITHIN[role].test(key) ? CONTAINS : -1;
}

/** Words that make a longer name one of a question or an answer: `Frage (kurz)`, `The answer`. */
const WITHIN = {
  question: /question|pregunta|pergunta|frage|вопрос|问题|問題|题目|題目/,
  answer: /answer|respuesta|resposta|reponse|antwort|ответ|答案/,
};
/** Names of something about a question or an answer. */
const ABOUT =
  /id$|ids$|no$|num|number|count|type|typ$|categor|kategor|topic|thema|tema$|level|difficult|tag|source|url|link|code|date|time|author|score|points|image|bild|lang|index|option|status|answer(?:er|ed)|(?:un|is|has|all)answer|correct|wrong|right|version|bank|total|тип|类型/;

const weakRanks = {
  question: new Map(WEAK.question.split(" ").map((name, rank) => [fieldKey(name), rank])),
  answer: new Map(WEAK.answer.split(" ").map((name, rank) => [fieldKey(name), rank])),
};

/** As {@link rankOf}, of names that need values which look the part. */
export function weakRankOf(role: "question" | "answer", key: string): number {
  return weakRanks[role].get(key) ?? -1;
}

const OPTION =
  /^(option|choice|answer|opt|alternative|opcion|opcao|alternativa|respuesta|resposta|antwort|ответ|вариант|选项|選項|choix|reponse|variant|(?:wrong|incorrect|false)(?:answer|option|choice)?|distractor)?([a-h]|[1-9])$/;

/** `Option B`, `choice2`, `B`: the family of the name and its place from 0; null for any other name. */
export function optionName(key: string): { family: string; place: number } | null {
  const [, family = "", mark = ""] = OPTION.exec(key) ?? [];
  if (mark === "" || (family === "" && /\d/.test(mark))) return null;
  return { family, place: /\d/.test(mark) ? Number(mark) - 1 : mark.charCodeAt(0) - 97 };
}

/** Words for a list of questions: its name is no title of a section. */
const CONTAINER =
  /^(?:questions?|items?|cards?|flashcards?|data|results?|quiz(?:zes)?|notes?|entries|rows|records|list|contents?|children|decks?|topics?|categor(?:y|ies)|sections?|chapters?|modules?|subtopics?|subcategories|groups?|units?|qas?|qna|paragraphs?|faqs?|questionlist|interviewquestions|questionanswers|questionsandanswers|examples?|problems|pool|exam|test|root|body|all|preguntas|perguntas|questoes|fragen|karten|вопросы|карточки|问题|題目|题目|(?:q|question|item|card|id|pregunta|pergunta|frage)?\d+)$/;

export const isContainerName = (key: string): boolean => CONTAINER.test(key);

/** Names whose list of texts is a list of questions, whether or not they ask. */
export const listsQuestions = (key: string): boolean =>
  /questions?$|^(?:qas?|qna|faqs?)$|preguntas|perguntas|fragen|вопросы|问题|題目|题目/.test(key);

/** Names under which a document keeps its questions: when nothing is one there, the person should hear of it. */
export const holdsQuestions = (key: string): boolean =>
  /questions?$|^(?:q|qas?|qna|cards?|flashcards?|items?|faqs?|quiz)$|preguntas|perguntas|fragen|вопросы|问题|題目|题目/.test(
    key,
  );
