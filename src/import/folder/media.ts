import { mediaName } from "../media-name.ts";
import type { Draft, DraftQuestion, FolderFile, Media, SourceFolder } from "../reader.ts";
import { FenceTracker } from "../text/block.ts";

/** `![text](target "title")` and `<img src="target">`; bounded, so that brackets without end cost nothing. */
const PICTURE =
  /(!\[[^\]\n]{0,500}\]\(\s*<?)([^\s()<>]{1,500}(?:\([^\s()<>]{0,100}\)[^\s()<>]{0,200})?)(?=>?(?:\s+["'(][^\n]{0,300}?["')])?\s*\))|(<(?:img|audio|video|source)\b[^<>]{0,500}?\bsrc\s*=\s*["'])([^"'<>]{1,500})(?=["'])/gi;

/**
 * Takes the pictures and sounds of a folder that its questions show: the links then say `media/NAME`. Files that no
 * question shows are left, and so is a link to a file that is not there: that one is said.
 */
export function withMedia(draft: Draft, folder: SourceFolder): Draft {
  const shelf = new Shelf(folder.files);
  const questions = draft.questions.map((question): DraftQuestion => {
    const at = question.place?.replace(/[^/]*$/, "") ?? "";
    const put = (text: string) => shelf.rewrite(text, at);
    const { whole } = question;
    return {
      ...question,
      title: put(question.title),
      body: put(question.body),
      answer: put(question.answer),
      ...(whole === undefined
        ? {}
        : { whole: { ...whole, title: put(whole.title), body: put(whole.body), answer: put(whole.answer) } }),
    };
  });
  const missing = [...shelf.missing];
  const [first] = missing;
  return {
    ...draft,
    questions,
    media: [...(draft.media ?? []), ...shelf.taken.values()],
    warnings:
      first === undefined
        ? draft.warnings
        : [
            ...draft.warnings,
            {
              code: "media-refused",
              line: 1,
              place: first,
              text: `${missing.length} pictures that questions show are not in the folder: ${missing.slice(0, 5).join(", ")}`,
            },
          ],
  };
}

class Shelf {
  readonly taken = new Map<string, Media>();
  readonly missing = new Set<string>();
  private readonly files: ReadonlyMap<string, FolderFile>;
  private readonly names = new Set<string>();

  constructor(files: readonly FolderFile[]) {
    this.files = new Map(files.map((file) => [file.path, file]));
  }

  rewrite(text: string, folder: string): string {
    if (!/!\[|<(?:img|audio|video|source)\b/i.test(text)) return text;
    const fences = new FenceTracker();
    return text
      .split("\n")
      .map((line) =>
        fences.take(line)
          ? line
          : line.replace(PICTURE, (all, open?: string, target?: string, tag?: string, source?: string) => {
              const name = this.nameFor(target ?? source ?? "", folder);
              return name === null ? all : `${open ?? tag ?? ""}media/${name}`;
            }),
      )
      .join("\n");
  }

  private nameFor(target: string, folder: string): string | null {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return null;
    const path = below(folder, target);
    const file = path === null ? undefined : this.files.get(path);
    const name = file === undefined ? null : mediaName(file.path.replace(/^.*\//, ""));
    if (file === undefined || name === null) {
      this.missing.add(target);
      return null;
    }
    const known = this.taken.get(file.path);
    if (known !== undefined) return known.name;
    const free = this.names.has(name) ? (mediaName(file.path.replaceAll("/", "-")) ?? name) : name;
    const unique = this.names.has(free) ? `${this.names.size}-${free}` : free;
    this.names.add(unique);
    this.taken.set(file.path, { name: unique, bytes: file.bytes });
    return unique;
  }
}

/** The path of a link that stands in a file of a folder; null when it leads out. */
function below(folder: string, target: string): string | null {
  let plain = target.replace(/[?#].*$/, "");
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // A per cent sign that encodes nothing: the name has it.
  }
  const parts: string[] = [];
  for (const part of (plain.startsWith("/") ? plain : folder + plain).split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
