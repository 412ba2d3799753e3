/** The page that Excel opens: runs the scenario and sends its answers to the test server of office-addin-test-server. */
import { associateFunctions, runScenario } from "./scenario";

const SERVER = "https://localhost:4201";

associateFunctions();

async function main(): Promise<void> {
  await Office.onReady();
  say("Сценарий выполняется; не переключайтесь из этой книги…");
  const answers = await runScenario(Excel);
  const { platform, diagnostics } = Office.context;
  const data = encodeURIComponent(JSON.stringify({ platform, version: diagnostics.version, answers }));
  await fetch(`${SERVER}/results?data=${data}`, { method: "POST" });
  say("Готово: ответы отправлены, книгу можно закрыть без сохранения.");
}

function say(text: string): void {
  document.body.textContent = text;
}

main().catch((error: unknown) => {
  say(`Сценарий прервался: ${String(error)}`);
});
