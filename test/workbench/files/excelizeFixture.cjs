/** Writes a workbook made by Excelize to the standard output. */
const { Buffer } = require("node:buffer");
const { init } = require("excelize-wasm");

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const ROWS = [
  ["Школа", "Год", "Доля"],
  ["Школа 1", 2018, 31.5],
  ["Школа 2", 2018, 12],
  ["Школа 1", 2019, 40],
  ["Школа 2", 2019, 8],
];

function done({ error }) {
  if (error !== null) throw new Error(error);
}

init(require.resolve("excelize-wasm").replace("main.cjs", "excelize.wasm.gz")).then((excelize) => {
  const file = excelize.NewFile();
  ROWS.forEach((row, index) => done(file.SetSheetRow("Sheet1", `A${index + 1}`, row)));
  done(file.SetCellFormula("Sheet1", "E2", "SUM(C2:C5)"));
  const series = { Name: "Sheet1!$C$1", Categories: "Sheet1!$A$2:$A$5", Values: "Sheet1!$C$2:$C$5" };
  done(file.AddChart("Sheet1", "G2", { Type: excelize.Col, Series: [series] }));
  done(file.AddComment("Sheet1", { Cell: "A2", Author: "Методист", Text: "проверить" }));
  done(
    file.AddPictureFromBytes("Sheet1", "G20", { Extension: ".png", File: new Uint8Array(PNG), Format: {} }),
  );
  done(file.AddDataValidation("Sheet1", { Sqref: "B2:B5", Type: "list", Formula1: '"2018,2019"' }));
  const scale = {
    Type: "2_color_scale",
    Criteria: "=",
    MinType: "min",
    MaxType: "max",
    MinColor: "#63BE7B",
    MaxColor: "#F8696B",
  };
  done(file.SetConditionalFormat("Sheet1", "C2:C5", [scale]));
  done(file.NewSheet("Сводная"));
  done(
    file.AddPivotTable({
      DataRange: "Sheet1!A1:C5",
      PivotTableRange: "Сводная!A3:D10",
      Rows: [{ Data: "Школа" }],
      Columns: [{ Data: "Год" }],
      Data: [{ Data: "Доля", Subtotal: "Average" }],
    }),
  );
  done(file.AddSparkline("Sheet1", { Location: ["F2"], Range: ["Sheet1!C2:C5"] }));
  const { buffer, error } = file.WriteToBuffer();
  done({ error });
  process.stdout.write(Buffer.from(buffer), () => process.exit(0));
});
