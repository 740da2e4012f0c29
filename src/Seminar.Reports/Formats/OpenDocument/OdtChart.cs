using System.Globalization;
using System.Xml.Linq;
using Seminar.Contracts.Reports;
using static Seminar.Reports.Formats.OpenDocument.Odf;

namespace Seminar.Reports.Formats.OpenDocument;

/// <summary>A chart object: stacked bars over a table of its own.</summary>
internal static class OdtChart
{
    public const string MediaType = "application/vnd.oasis.opendocument.chart";

    public static string FolderOf(int number) => $"Object {number}";

    public static string Height(ReportChart chart) => Centimetres(2.4 + 0.85 * chart.Categories.Count);

    public static XElement Write(ReportChart chart) => Root("document-content",
        new XElement(Office + "automatic-styles",
            Style("Whole", Bare()),
            Style("Wall", Bare()),
            Style("Legend", Bare(), Size(9)),
            Style("Plot", new XElement(Odf.Style + "chart-properties",
                Attribute(Chart + "series-source", "columns"), Attribute(Chart + "vertical", "true"), Attribute(Chart + "stacked", "true"), Attribute(Chart + "gap-width", "40"), Attribute(Chart + "overlap", "100"))),
            Style("Names", new XElement(Odf.Style + "chart-properties", Attribute(Chart + "display-label", "true"), Attribute(Chart + "reverse-direction", "true"), NoTick("major", "inner"), NoTick("major", "outer")), Bare(), Size(9)),
            Style("Values", new XElement(Odf.Style + "chart-properties", Attribute(Chart + "display-label", "false"), Attribute(Chart + "minimum", "0"), NoTick("major", "inner"), NoTick("major", "outer")), Bare()),
            chart.Series.Select((series, index) => Style($"Series{index}",
                new XElement(Odf.Style + "chart-properties", Attribute(Chart + "data-label-number", "value")),
                new XElement(Odf.Style + "graphic-properties", Attribute(Draw + "stroke", "none"), Attribute(Draw + "fill", "solid"), Attribute(Draw + "fill-color", $"#{series.Color.ToLowerInvariant()}")),
                new XElement(Odf.Style + "text-properties", Attribute(Fo + "color", "#ffffff"), Attribute(Fo + "font-size", "9pt"))))),
        new XElement(Office + "body", new XElement(Office + "chart", new XElement(Chart + "chart",
            Attribute(Chart + "class", "chart:bar"), Attribute(Svg + "width", "16.9cm"), Attribute(Svg + "height", Height(chart)), Attribute(Chart + "style-name", "Whole"),
            new XElement(Chart + "legend", Attribute(Chart + "legend-position", "top"), Attribute(Chart + "style-name", "Legend")),
            Plot(chart),
            LocalTable(chart)))));

    private static XElement Plot(ReportChart chart)
    {
        var last = chart.Categories.Count + 1;
        return new XElement(Chart + "plot-area",
            Attribute(Chart + "style-name", "Plot"), Attribute(Table + "cell-range-address", $"local-table.$A$1:.${Column(chart.Series.Count)}${last}"), Attribute(Chart + "data-source-has-labels", "both"),
            new XElement(Chart + "axis", Attribute(Chart + "dimension", "x"), Attribute(Chart + "name", "primary-x"), Attribute(Chart + "style-name", "Names"),
                new XElement(Chart + "categories", Attribute(Table + "cell-range-address", $"local-table.$A$2:.$A${last}"))),
            new XElement(Chart + "axis", Attribute(Chart + "dimension", "y"), Attribute(Chart + "name", "primary-y"), Attribute(Chart + "style-name", "Values")),
            chart.Series.Select((_, index) => new XElement(Chart + "series",
                Attribute(Chart + "style-name", $"Series{index}"), Attribute(Chart + "values-cell-range-address", $"local-table.${Column(index + 1)}$2:.${Column(index + 1)}${last}"),
                Attribute(Chart + "label-cell-address", $"local-table.${Column(index + 1)}$1"), Attribute(Chart + "class", "chart:bar"),
                new XElement(Chart + "data-point", Attribute(Chart + "repeated", chart.Categories.Count)))),
            new XElement(Chart + "wall", Attribute(Chart + "style-name", "Wall")));
    }

    private static XElement LocalTable(ReportChart chart) => new(Table + "table", Attribute(Table + "name", "local-table"),
        new XElement(Table + "table-header-columns", new XElement(Table + "table-column")),
        new XElement(Table + "table-columns", new XElement(Table + "table-column", Attribute(Table + "number-columns-repeated", chart.Series.Count))),
        new XElement(Table + "table-header-rows", new XElement(Table + "table-row", Words(""), chart.Series.Select(series => Words(series.Name)))),
        new XElement(Table + "table-rows", chart.Categories.Select((category, index) => new XElement(Table + "table-row",
            Words(category), chart.Series.Select(series => Figure(series.Values[index]))))));

    private static XElement Words(string text) => new(Table + "table-cell", Attribute(Office + "value-type", "string"), new XElement(Text + "p", OdtBlocks.Words(text)));

    private static XElement Figure(int value) => new(Table + "table-cell",
        Attribute(Office + "value-type", "float"), Attribute(Office + "value", value), new XElement(Text + "p", value));

    private static XElement Style(string name, params IEnumerable<XElement> properties) => new(Odf.Style + "style",
        Attribute(Odf.Style + "name", name), Attribute(Odf.Style + "family", "chart"), properties);

    private static XElement Bare() => new(Odf.Style + "graphic-properties", Attribute(Draw + "stroke", "none"), Attribute(Draw + "fill", "none"));

    private static XAttribute NoTick(string rank, string side) => Attribute(Chart + $"tick-marks-{rank}-{side}", "false");

    private static XElement Size(int points) => new(Odf.Style + "text-properties", Attribute(Fo + "font-size", $"{points}pt"));

    private static XAttribute Attribute(XName name, object value) => new(name, value);

    private static char Column(int index) => (char)('A' + index);

    private static string Centimetres(double length) => length.ToString("0.##", CultureInfo.InvariantCulture) + "cm";
}
