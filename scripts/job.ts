/** `npm run job`: the ribbon's one click, without Excel. */
import { main } from "./job/main";

const { stderr } = process;

void main(process.argv.slice(2), {
  out: (text) => {
    console.log(text);
  },
  err: (text) => {
    console.error(text);
  },
  ...(stderr.isTTY ? { progress: (text: string) => void stderr.write(`\r${text}\u001b[K`) } : {}),
}).then((code) => {
  process.exitCode = code;
});
