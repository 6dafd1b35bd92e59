import { createZstdDecompress } from "node:zlib";
import { VivaError } from "../../base/index.ts";

/**
 * Unpacks what Zstandard packed (RFC 8878). The size that the first frame claims is not believed: the bytes are
 * counted as they come.
 * @param document the file's name, for messages
 * @param what the packed thing, for messages, as in `collection.anki21b`
 * @throws VivaError VIVA_FILE_TOO_LARGE above `most` bytes, VIVA_FILE_UNREADABLE for what is damaged
 */
export async function unzstd(
  document: string,
  what: string,
  bytes: Uint8Array,
  most: number,
): Promise<Uint8Array> {
  const stream = createZstdDecompress({ chunkSize: 256 * 1024 });
  stream.end(bytes);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) {
        throw new VivaError(
          "VIVA_FILE_TOO_LARGE",
          `${document} holds ${what}, which unpacks to more than ${Math.round(most / 1048576)} MB: nothing imported; export fewer cards`,
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof VivaError) throw error;
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${document} holds ${what}, which cannot be unpacked (${error instanceof Error ? error.message : error}): nothing imported; export it again`,
      { cause: error },
    );
  }
  return Buffer.concat(chunks);
}
