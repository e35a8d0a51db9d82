import { complete } from "./complete";

const [, , model, ...words] = process.argv;
console.log(await complete(model, words.join(" ")));
