/** Pages that the list of tables may take; that of a collection of cards takes two. */
const MOST_PAGES = 256;
/** First byte of a page of a table: one that leads to others, or one that holds rows. */
const INTERIOR = 0x05;
const LEAF = 0x0d;
/** The file's own header stands before the first page's. */
const FILE_HEADER = 100;

/**
 * Where the pages of the list of tables of a SQLite file (https://www.sqlite.org/fileformat2.html) begin and end; null
 * when they are not a tree of a sensible size.
 *
 * SQLite reads that list before it runs anything, and takes every way there is: where each level has 300 ways to the
 * same page, three levels keep it busy for half a minute, and twelve (60 kB) for ever. Other tables are read with a
 * limit.
 */
export function schemaPages(bytes: Uint8Array): { from: number; to: number }[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || new TextDecoder().decode(bytes.subarray(0, 16)) !== "SQLite format 3\0")
    return null;
  const claimed = view.getUint16(16);
  const pageSize = claimed === 1 ? 65_536 : claimed;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) return null;
  const seen = new Set<number>();
  const waiting = [1];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    const from = (page - 1) * pageSize;
    if (page < 1 || from + pageSize > bytes.length || seen.has(page) || seen.size === MOST_PAGES) return null;
    seen.add(page);
    const header = from + (page === 1 ? FILE_HEADER : 0);
    if (view.getUint8(header) === LEAF) continue;
    if (view.getUint8(header) !== INTERIOR) return null;
    const cells = view.getUint16(header + 3);
    if (cells > pageSize / 6) return null;
    waiting.push(view.getUint32(header + 8));
    for (let cell = 0; cell < cells; cell++) {
      const pointer = header + 12 + 2 * cell;
      if (pointer + 2 > from + pageSize) return null;
      const start = view.getUint16(pointer);
      if (start + 4 > pageSize) return null;
      waiting.push(view.getUint32(from + start));
    }
  }
  return [...seen].map((page) => ({ from: (page - 1) * pageSize, to: page * pageSize }));
}
