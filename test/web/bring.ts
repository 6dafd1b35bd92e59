import type { Page } from "playwright-core";

/** Chooses a document on the page of the decks. */
export async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel("Document", { exact: true }).setInputFiles({
    name,
    mimeType: "text/markdown",
    buffer: Buffer.from(text),
  });
}

/** Drops documents on the page, by name. */
export async function drop(page: Page, documents: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(dropped)) dataTransfer.items.add(new File([text], name));
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, documents);
}
