using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>A form in which sheets leave the directory.</summary>
/// <param name="Key">The end of the file’s name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Write">Writes sheets of one kind, one after the other.</param>
internal sealed record SheetFormat(string Key, string MediaType, Action<Stream, SheetKind, IEnumerable<Sheet>> Write)
{
    public static IReadOnlyList<SheetFormat> All { get; } =
    [
        new("json", "application/json", JsonExport.Write),
        new("csv", "text/csv; charset=utf-8", CsvExport.Write),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WorkbookExport.Write),
        new("geojson", "application/geo+json", GeoJsonExport.Write),
        new("vcf", "text/vcard; charset=utf-8", VCardExport.Write),
    ];

    public static SheetFormat? Of(string key) => All.FirstOrDefault(format => format.Key == key);
}
