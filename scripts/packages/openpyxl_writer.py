"""Writes a workbook made by openpyxl: a JSON file of rows, a macro workbook whose VBA and pivot table it keeps, the result.

openpyxl makes charts, pictures, comments, rules and tables itself; VBA and pivot tables it carries over from a file it read.
"""
import io
import json
import sys

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Font, NamedStyle, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
import PIL.Image

rows_path, macro_path, out_path = sys.argv[1:]
with open(rows_path, encoding="utf-8") as source:
    rows = json.load(source)

book = openpyxl.load_workbook(macro_path, keep_vba=True)
for name in ("Список", "Служебное"):
    del book[name]
del book.defined_names["Участники"]
sheet = book.create_sheet("Свод", 0)
last = len(rows)
for row in rows:
    sheet.append(row)
for row in range(2, last + 1):
    sheet.cell(row, 8, f"=G{row}/F{row}").number_format = "0.0%"
for cell in sheet[1]:
    cell.font = Font(bold=True, color="1F4E79")
sheet.column_dimensions["A"].width = 28
sheet.freeze_panes = "A2"
sheet.merge_cells("J1:L1")

chart = BarChart()
chart.add_data(Reference(sheet, min_col=7, min_row=1, max_row=5), titles_from_data=True)
chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=5))
sheet.add_chart(chart, "J3")
picture = io.BytesIO()
PIL.Image.new("RGB", (2, 2), (31, 78, 121)).save(picture, "PNG")
picture.seek(0)
sheet.add_image(Image(picture), "J20")
sheet["F2"].comment = Comment("проверить участников", "Методист")
sheet["A3"].hyperlink = "https://example.org/school"
sheet.conditional_formatting.add(
    f"H2:H{last}", CellIsRule(operator="greaterThan", formula=["0.3"], fill=PatternFill(bgColor="FFC7CE"))
)
sheet.conditional_formatting.add(f"G2:G{last}", DataBarRule("min", 0, "max", 0, color="638EC6"))
choice = DataValidation(type="list", formula1='"ВПР,ОГЭ,ЕГЭ"')
choice.add(f"C2:C{last}")
sheet.add_data_validation(choice)
book.add_named_style(NamedStyle("Показатель", number_format='# ##0,0" %"'))
sheet["J2"] = 12.5
sheet["J2"].style = "Показатель"
sheet.print_title_rows = "1:1"
sheet.oddFooter.center.text = "Стр. &P из &N"

listing = book.create_sheet("Перечень")
for row in (["Школа", "Код"], ["Берёзовская СОШ", 1], ["Сосновская ООШ", 2]):
    listing.append(row)
listing.add_table(Table(displayName="Перечень_школ", ref="A1:B3", tableStyleInfo=TableStyleInfo("TableStyleMedium2")))
hidden = book.create_sheet("Скрытый")
hidden["A1"] = "служебное"
hidden.sheet_state = "veryHidden"
book.defined_names.append(DefinedName("Участники", attr_text=f"Свод!$F$2:$F${last}"))
book.active = 0
book.save(out_path)
