import { readFile } from "node:fs/promises";

export const readPage = (title: string) => readFile(`wiki/${title}.md`, "utf8");
