import { VivaError } from "../../base/index.ts";
import { mediaName } from "../media-name.ts";

const MB = 1024 * 1024;

/** How much of a folder or an archive of files is read. The largest public collections have some thousand notes. */
export const FOLDER_BOUNDS = {
  files: 5000,
  bytes: 64 * MB,
  /** Folders in folders. */
  depth: 12,
  tooMany: (name: string): VivaError =>
    new VivaError(
      "VIVA_FILE_TOO_LARGE",
      `${name} holds more than the ${FOLDER_BOUNDS.files} files that are read: nothing imported; give one of its folders`,
    ),
  tooLarge: (name: string): VivaError =>
    new VivaError(
      "VIVA_FILE_TOO_LARGE",
      `${name} holds more than the ${FOLDER_BOUNDS.bytes / MB} MB that are read: nothing imported; give one of its folders`,
    ),
};

/** Endings of documents that a reader knows; a file without ending is a text. */
const DOCUMENTS =
  /\.(?:md|markdown|mdown|mkd|mdx|txt|text|adoc|asciidoc|asc|org|html?|xhtml|csv|tsv|json|ya?ml|docx|pdf|apkg)$/i;

/** Hidden files, and folders that hold the work of others or of programs. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith(".") ||
  /^(?:node_modules|__MACOSX|__pycache__|bower_components|vendor|Thumbs\.db)$/i.test(name);

/** Why a file is not taken, by its name; null when it is. */
export function refusalOf(path: string): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (DOCUMENTS.test(name) || mediaName(name) !== null) return null;
  return /\./.test(name) ? "no document" : null;
}

const collator = new Intl.Collator("en", { numeric: true });

/** Files as a person lists them: `2.md` before `10.md`, a folder's own files before those of its folders. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  const [one, other] = [a.path.split("/"), b.path.split("/")];
  for (let at = 0; ; at++) {
    const [left, right] = [one[at], other[at]];
    if (left === undefined || right === undefined) return one.length - other.length;
    const isLast = Number(at === one.length - 1) - Number(at === other.length - 1);
    if (isLast !== 0) return -isLast;
    const order = collator.compare(left, right) || (left < right ? -1 : Number(left > right));
    if (order !== 0) return order;
  }
}
