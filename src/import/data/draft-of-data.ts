import type { Draft, ImportWarning, SourceText } from "../reader.ts";
import { draftOfRecords } from "./draft-of-records.ts";
import type { DataNode } from "./node.ts";
import { recordsIn } from "./records.ts";

/** Data that was parsed, and by whom. */
interface ParsedData {
  readonly source: SourceText;
  readonly reader: string;
  /** One, or the documents of a file that holds several. */
  readonly roots: readonly DataNode[];
  readonly base: 0 | 1;
  readonly warnings?: readonly ImportWarning[];
}

/** Makes a draft of data of any of the usual shapes. */
export async function draftOfData({
  source,
  reader,
  roots,
  base,
  warnings = [],
}: ParsedData): Promise<Draft> {
  // Documents that are all single questions are a list of them.
  const root: DataNode =
    roots.length === 1 && roots[0] !== undefined ? roots[0] : { kind: "list", line: 1, items: roots };
  const found = recordsIn(root);
  const draft = await draftOfRecords({
    source,
    reader,
    records: found.records,
    base,
    rejected: found.rejected,
    warnings: [...warnings, ...leftOutWarnings(found.leftOut)],
  });
  return {
    ...draft,
    evidence: Math.min(draft.evidence, found.likeness),
    ...(found.title === "" ? {} : { info: { title: found.title } }),
  };
}

const MOST_PLACES = 8;

function leftOutWarnings(places: readonly { path: string; line: number }[]): ImportWarning[] {
  const [first] = places;
  if (first === undefined) return [];
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : "";
  const shown = places.slice(0, MOST_PLACES).map(({ path }) => path);
  return [
    {
      code: "left-out",
      line: first.line,
      place: first.path,
      text: `no question in ${shown.join(", ")}${more}: left out`,
    },
  ];
}
