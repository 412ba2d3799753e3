/** `npm run bench`: how fast the add-in is, beside its peers; `-- --json FILE` keeps the figures. */
import { main } from "./bench/main";

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
