/**
 * Writes a workbook made by Excelize to the standard output. A process of its own: its WebAssembly does not start inside jest.
 * Its arguments: a JSON file of rows, a vbaProject.bin.
 */
const { Buffer } = require("node:buffer");
const { readFileSync } = require("node:fs");
const { init } = require("excelize-wasm");

const [rowsPath, vbaPath] = process.argv.slice(2);
const ROWS = JSON.parse(readFileSync(rowsPath, "utf8"));
const LAST = ROWS.length;
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function done({ error }) {
  if (error !== null) throw new Error(error);
}

function style(file, look) {
  const { style: id, error } = file.NewStyle(look);
  done({ error });
  return id;
}

init(require.resolve("excelize-wasm").replace("main.cjs", "excelize.wasm.gz")).then((excelize) => {
  const file = excelize.NewFile();
  const sheet = "Результаты";
  done(file.SetSheetName("Sheet1", sheet));
  ROWS.forEach((row, index) => done(file.SetSheetRow(sheet, `A${index + 1}`, row)));
  done(file.SetCellStyle(sheet, "A1", "H1", style(file, { Font: { Bold: true, Color: "#1F4E79" } })));
  done(file.SetCellStyle(sheet, "H2", `H${LAST}`, style(file, { CustomNumFmt: "0.0%" })));
  for (let row = 2; row <= LAST; row++) done(file.SetCellFormula(sheet, `H${row}`, `G${row}/F${row}`));
  done(file.SetColWidth(sheet, "A", "A", 28));
  done(file.MergeCell(sheet, "J1", "L1"));
  done(file.SetPanes(sheet, { Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft" }));
  const series = {
    Name: `${sheet}!$G$1`,
    Categories: `${sheet}!$A$2:$A$5`,
    Values: `${sheet}!$G$2:$G$5`,
  };
  done(file.AddChart(sheet, "J3", { Type: excelize.Col, Series: [series] }));
  done(file.AddComment(sheet, { Cell: "F2", Author: "Методист", Text: "проверить участников" }));
  done(file.AddPictureFromBytes(sheet, "J20", { Extension: ".png", File: new Uint8Array(PNG), Format: {} }));
  done(file.AddShape(sheet, { Cell: "J24", Type: "rect", Paragraph: [{ Text: "Черновик" }] }));
  done(file.AddFormControl(sheet, { Cell: "J30", Type: excelize.FormControlCheckBox, Text: "сверено" }));
  done(file.AddDataValidation(sheet, { Sqref: `C2:C${LAST}`, Type: "list", Formula1: '"ВПР,ОГЭ,ЕГЭ"' }));
  done(
    file.SetConditionalFormat(sheet, `H2:H${LAST}`, [
      {
        Type: "2_color_scale",
        Criteria: "=",
        MinType: "min",
        MaxType: "max",
        MinColor: "#63BE7B",
        MaxColor: "#F8696B",
      },
    ]),
  );
  done(file.AddSparkline(sheet, { Location: ["I2"], Range: [`${sheet}!G2:G5`] }));
  done(file.SetCellHyperLink(sheet, "A3", "https://example.org/school", "External"));
  done(file.NewSheet("Сводная"));
  done(
    file.AddPivotTable({
      DataRange: `${sheet}!A1:G${LAST}`,
      PivotTableRange: "Сводная!A3:D12",
      Rows: [{ Data: "Школа" }],
      Columns: [{ Data: "Учебный год" }],
      Data: [{ Data: "Не справились", Subtotal: "Sum" }],
    }),
  );
  done(file.NewSheet("Список"));
  [
    ["Школа", "Код"],
    ["Берёзовская СОШ", 1],
    ["Сосновская ООШ", 2],
  ].forEach((row, index) => done(file.SetSheetRow("Список", `A${index + 1}`, row)));
  done(file.AddTable("Список", { Range: "A1:B3", Name: "Школы", StyleName: "TableStyleMedium2" }));
  done(file.NewSheet("Служебное"));
  done(file.SetCellValue("Служебное", "A1", "служебное"));
  done(file.SetSheetVisible("Служебное", false));
  done(file.SetDefinedName({ Name: "Участники", RefersTo: `${sheet}!$F$2:$F$${LAST}` }));
  done(file.AddVBAProject(new Uint8Array(readFileSync(vbaPath))));
  const { buffer, error } = file.WriteToBuffer();
  done({ error });
  process.stdout.write(Buffer.from(buffer), () => process.exit(0));
});
