/** The body of a response as text; null, and nothing further is read, when it has more bytes. */
export async function readLimited(response: Response, most: number): Promise<string | null> {
  if (response.body === null) return "";
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream, and with it the connection.
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
