using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MiniExcelLibs;
using Seminar.Contracts.Reports;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Seminar.Reports.Formats.Word;

/// <summary>Charts as Word's own, with their figures in a workbook inside, so that they can be changed there.</summary>
internal sealed class WordCharts(MainDocumentPart main)
{
    private const long PointsToUnits = 12_700;
    private const int Width = 480, BarHeight = 24, Around = 70;

    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private uint _count;

    public Paragraph Write(ReportChart chart)
    {
        var part = main.AddNewPart<ChartPart>();
        var workbook = part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "rId1");
        using (var figures = Workbook(chart))
        {
            workbook.FeedData(figures);
        }

        using (var xml = new MemoryStream())
        {
            Space(chart).Save(xml);
            xml.Position = 0;
            part.FeedData(xml);
        }

        return new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Drawing(Frame(chart, main.GetIdOfPart(part)))));
    }

    private W.Inline Frame(ReportChart chart, string part) => new(
        new W.Extent { Cx = Width * PointsToUnits, Cy = (Around + BarHeight * chart.Categories.Count) * PointsToUnits },
        new W.DocProperties { Id = ++_count, Name = $"Graphique {_count}", Description = chart.Description, Title = chart.Title },
        new W.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = part }) { Uri = Chart.NamespaceName }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };

    private static MemoryStream Workbook(ReportChart chart)
    {
        var rows = chart.Categories.Select((category, index) =>
        {
            var row = new Dictionary<string, object> { [" "] = category };
            foreach (var series in chart.Series)
            {
                row[series.Name] = series.Values[index];
            }

            return row;
        });
        var file = new MemoryStream();
        file.SaveAs(rows.ToList(), sheetName: "Chiffres");
        file.Position = 0;
        return file;
    }

    private static XElement Space(ReportChart chart) => new(Chart + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", Chart), new XAttribute(XNamespace.Xmlns + "a", Drawing), new XAttribute(XNamespace.Xmlns + "r", Relations),
        Value("roundedCorners", 0),
        new XElement(Chart + "chart",
            Value("autoTitleDeleted", 1),
            new XElement(Chart + "plotArea",
                new XElement(Chart + "layout"),
                new XElement(Chart + "barChart",
                    Value("barDir", "bar"), Value("grouping", "stacked"), Value("varyColors", 0),
                    chart.Series.Select((series, index) => Series(chart, series, index)),
                    Value("gapWidth", 40), Value("overlap", 100), Value("axId", 1), Value("axId", 2)),
                Axis("catAx", 1, 2, "l", "maxMin", new XElement(Chart + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0))),
                Axis("valAx", 2, 1, "b", "minMax", new XElement(Chart + "numFmt", new XAttribute("formatCode", "0"), new XAttribute("sourceLinked", 0)))),
            new XElement(Chart + "legend", Value("legendPos", "t"), Value("overlay", 0)),
            Value("plotVisOnly", 1)),
        new XElement(Chart + "txPr", new XElement(Drawing + "bodyPr"), new XElement(Drawing + "p",
            new XElement(Drawing + "pPr", new XElement(Drawing + "defRPr", new XAttribute("lang", "fr-FR"), new XAttribute("sz", 900))),
            new XElement(Drawing + "endParaRPr", new XAttribute("lang", "fr-FR")))),
        new XElement(Chart + "externalData", new XAttribute(Relations + "id", "rId1"), Value("autoUpdate", 0)));

    private static XElement Series(ReportChart chart, ReportSeries series, int index)
    {
        var column = (char)('B' + index);
        var last = chart.Categories.Count + 1;
        return new XElement(Chart + "ser",
            Value("idx", index), Value("order", index),
            new XElement(Chart + "tx", Texts($"Chiffres!${column}$1", [series.Name])),
            new XElement(Chart + "spPr", Fill(series.Color)),
            Value("invertIfNegative", 0),
            Labels(),
            new XElement(Chart + "cat", Texts($"Chiffres!$A$2:$A${last}", chart.Categories)),
            new XElement(Chart + "val", new XElement(Chart + "numRef",
                new XElement(Chart + "f", $"Chiffres!${column}$2:${column}${last}"),
                new XElement(Chart + "numCache", new XElement(Chart + "formatCode", "General"), Value("ptCount", series.Values.Count),
                    series.Values.Select((value, point) => Point(point, value.ToString(CultureInfo.InvariantCulture)))))));
    }

    // Nothing is written on a bar that is not there.
    private static XElement Labels() => new(Chart + "dLbls",
        new XElement(Chart + "numFmt", new XAttribute("formatCode", "0;;"), new XAttribute("sourceLinked", 0)),
        new XElement(Chart + "spPr", new XElement(Drawing + "noFill")),
        new XElement(Chart + "txPr", new XElement(Drawing + "bodyPr"), new XElement(Drawing + "p",
            new XElement(Drawing + "pPr", new XElement(Drawing + "defRPr", new XAttribute("sz", 900), Fill("FFFFFF"))),
            new XElement(Drawing + "endParaRPr", new XAttribute("lang", "fr-FR")))),
        Value("showLegendKey", 0), Value("showVal", 1), Value("showCatName", 0), Value("showSerName", 0), Value("showPercent", 0), Value("showBubbleSize", 0));

    private static XElement Axis(string kind, int id, int across, string position, string orientation, XElement format) => new(Chart + kind,
        Value("axId", id), new XElement(Chart + "scaling", Value("orientation", orientation)), Value("delete", kind == "valAx" ? 1 : 0),
        Value("axPos", position), format, Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"),
        Value("crossAx", across), Value("crosses", "autoZero"),
        kind == "catAx" ? new object[] { Value("auto", 1), Value("lblAlgn", "ctr"), Value("lblOffset", 100), Value("noMultiLvlLbl", 0) } : [Value("crossBetween", "between")]);

    private static XElement Texts(string range, IReadOnlyList<string> texts) => new(Chart + "strRef",
        new XElement(Chart + "f", range),
        new XElement(Chart + "strCache", Value("ptCount", texts.Count), texts.Select((text, index) => Point(index, text))));

    private static XElement Point(int index, string text) => new(Chart + "pt", new XAttribute("idx", index), new XElement(Chart + "v", text));

    private static XElement Fill(string color) => new(Drawing + "solidFill", new XElement(Drawing + "srgbClr", new XAttribute("val", color)));

    private static XElement Value(string name, object value) => new(Chart + name, new XAttribute("val", value));
}
