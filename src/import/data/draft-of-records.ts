import { refuseTooMany } from "../most-questions.ts";
import type { Draft, DraftQuestion, ImportWarning, SourceText } from "../reader.ts";
import type { TextForm } from "./cell-text.ts";
import type { Use } from "./field-plan.ts";
import { type FieldPlan, planFields } from "./field-plan.ts";
import type { DataRecord } from "./record.ts";
import { questionOf } from "./record-question.ts";
import type { FromHtml } from "./value-markdown.ts";

/** Records found in a document, and what else stands there. */
export interface FoundRecords {
  readonly source: SourceText;
  readonly reader: string;
  readonly records: readonly DataRecord[];
  /** What the first option is called where the right one is given as a number. */
  readonly base: 0 | 1;
  /** Records that are none; more may turn up. */
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly ImportWarning[];
  /** The form of all texts, when the document tells it. */
  readonly form?: TextForm;
  /** Fields without a known name are notes, whatever they hold. */
  readonly keepsAll?: boolean;
  /** The least evidence, where more than names speaks for it. */
  readonly evidence?: number;
}

/** Something that should have been a question. */
export interface Rejected {
  readonly line: number;
  /** A path in data; lines are named where there is none. */
  readonly place?: string;
  readonly why: string;
}

/** Makes a draft of records: finds what their fields are for, then builds each question and says what became of the rest. */
export async function draftOfRecords(found: FoundRecords): Promise<Draft> {
  const { reader, records } = found;
  refuseTooMany(found.source, records.length);
  const planned = planFields(records, found.base, found.keepsAll);
  if (planned === null) return { reader, questions: [], warnings: found.warnings, evidence: 0, accounted: 0 };
  const plan = withForm(planned, found.form);
  const html = [...plan.forms.values()].includes("html") ? await htmlCounter() : null;
  const sections = sectionsOf(records, plan);
  const fromHtml = html?.fromHtml ?? ((text: string) => text);
  const questions: DraftQuestion[] = [];
  const rejected = [...found.rejected];
  for (const [i, record] of records.entries()) {
    const question = questionOf(record, plan, sections[i] ?? "", fromHtml);
    if (typeof question !== "string") questions.push(question);
    else
      rejected.push({
        line: record.line,
        why: question,
        ...(record.place === undefined ? {} : { place: record.place }),
      });
  }
  const active = html?.warnings() ?? [];
  return {
    reader,
    questions,
    warnings: [...found.warnings, ...columnWarnings(plan), ...rejectedWarnings(rejected), ...active],
    evidence: Math.max(plan.evidence, found.evidence ?? 0),
    accounted: questions.length === 0 ? 0 : questions.length / (questions.length + rejected.length),
  };
}

function withForm(plan: FieldPlan, form: TextForm | undefined): FieldPlan {
  if (form === undefined) return plan;
  return { ...plan, forms: new Map([...plan.forms.keys()].map((key) => [key, form])) };
}

async function htmlCounter(): Promise<{ fromHtml: FromHtml; warnings: () => ImportWarning[] }> {
  const { fragmentToMarkdown } = await import("../html/fragment.ts");
  let removed = 0;
  return {
    fromHtml: (html) => {
      const made = fragmentToMarkdown(html);
      removed += made.removed;
      return made.markdown.trim();
    },
    warnings: () =>
      removed === 0
        ? []
        : [
            {
              code: "active-content",
              line: 1,
              text: `${removed} elements or attributes that could run or load something were removed`,
            },
          ],
  };
}

/** The section of every record: its own, or the title of what it stands in where several stand side by side. */
function sectionsOf(records: readonly DataRecord[], plan: FieldPlan): string[] {
  const key = [...plan.uses].find(([, use]) => use === "section")?.[0];
  const own = records.map(({ fields }) => {
    const value = fields.find((field) => field.key === key)?.value;
    return value?.kind === "text" ? value.text.replace(/\s+/g, " ").trim().slice(0, 200) : "";
  });
  const titles = new Set(records.map(({ trail }) => trail.at(-1) ?? ""));
  if (titles.size < 2 && own.some((title) => title !== "")) return own;
  if (titles.size < 2) return records.map(() => "");
  const trails = new Map<string, Set<string>>();
  for (const { trail } of records) {
    const title = trail.at(-1) ?? "";
    trails.set(title, (trails.get(title) ?? new Set()).add(trail.join("\n")));
  }
  return records.map(({ trail }) => {
    const title = trail.at(-1) ?? "";
    const isAmbiguous = (trails.get(title)?.size ?? 0) > 1 && trail.length > 1;
    return isAmbiguous ? `${trail.at(-2)} / ${title}` : title;
  });
}

const PHRASES: Readonly<Partial<Record<Use, string>>> = {
  tag: "became tags",
  note: "went below the answers, or below the question where there is none",
  source: "became sources",
  none: "not kept",
  code: "became code of the question",
  answerCode: "became code of the answer",
};

/** What was made of columns that have no place of their own; nothing when all have one. */
function columnWarnings(plan: FieldPlan): ImportWarning[] {
  const names = (use: Use) =>
    [...plan.columns.values()]
      .filter(({ key, count }) => count > 0 && plan.uses.get(key) === use)
      .map(({ name }) => quoted(name));
  const said = Object.entries(PHRASES).flatMap(([use, phrase]) => {
    // Object.entries forgets that its keys are uses.
    const columns = names(use as Use);
    return columns.length === 0 ? [] : [`${listed(columns)} ${phrase}`];
  });
  const first = plan.columns.get(plan.question[0] ?? "")?.name ?? "";
  if (plan.doubtful.length > 0) {
    said.unshift(
      `${quoted(first)} was taken for the question, ${listed(plan.doubtful.map(quoted))} could be it too`,
    );
  }
  if (plan.answerGuessed) {
    said.unshift(
      `${listed(plan.answer.map((key) => quoted(plan.columns.get(key)?.name ?? "")))} was taken for the answer`,
    );
  }
  return said.length === 0 ? [] : [{ code: "columns", line: 1, text: said.join("; ") }];
}

const quoted = (name: string): string => `"${name.replace(/\s+/g, " ").slice(0, 40)}"`;

const MOST_NAMED = 8;
function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(", ")} and ${more} more` : names.join(", ");
}

/** Places that are named in full; of thousands nobody reads more. */
const MOST_PLACES = 20;

function rejectedWarnings(rejected: readonly Rejected[]): ImportWarning[] {
  const [first] = rejected;
  if (first === undefined) return [];
  const places = rejected
    .slice(0, MOST_PLACES)
    .map(({ place, line, why }) => `${place ?? `line ${line}`} (${why})`);
  const more = rejected.length > MOST_PLACES ? ` and ${rejected.length - MOST_PLACES} more` : "";
  return [
    {
      code: "rejected",
      line: first.line,
      ...(first.place === undefined ? {} : { place: first.place }),
      text: `not taken for questions: ${places.join(", ")}${more}`,
    },
  ];
}
