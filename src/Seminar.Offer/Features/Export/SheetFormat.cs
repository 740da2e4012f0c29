using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>A form in which sheets leave the directory.</summary>
/// <param name="Key">The end of the file’s name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Write">Writes leaves of sheets, one sheet after the other; one leaf, unless both kinds fit in.</param>
/// <param name="HoldsBothKinds">Whether structures and services fit into one file.</param>
internal sealed record SheetFormat(string Key, string MediaType, Action<Stream, IReadOnlyList<Leaf>> Write, bool HoldsBothKinds = false)
{
    public static IReadOnlyList<SheetFormat> All { get; } =
    [
        new("json", "application/json", One(JsonExport.Write)),
        new("csv", "text/csv; charset=utf-8", One(CsvExport.Write)),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WorkbookExport.Write, HoldsBothKinds: true),
        new("geojson", "application/geo+json", One(GeoJsonExport.Write)),
        new("vcf", "text/vcard; charset=utf-8", (target, leaves) => VCardExport.Write(target, leaves[0])),
    ];

    public static SheetFormat? Of(string key) => All.FirstOrDefault(format => format.Key == key);

    private static Action<Stream, IReadOnlyList<Leaf>> One(Action<Stream, SheetKind, IEnumerable<Sheet>> write) => (target, leaves) => write(target, leaves[0].Kind, leaves[0].Sheets);
}

/// <summary>Sheets of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Sheets">The sheets, one after the other.</param>
/// <param name="NameOfStructure">The name of a structure by its identifier, for forms that tell whose a service is; null when it is not known.</param>
internal sealed record Leaf(SheetKind Kind, IEnumerable<Sheet> Sheets, Func<string, string?> NameOfStructure);
