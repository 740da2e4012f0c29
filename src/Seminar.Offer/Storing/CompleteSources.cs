using System.Data.Common;
using Dapper;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Storing;

/// <summary>
/// What goes when a file is said to be all that its sources have: of each source, the sheets of the kinds that the file holds. A file of
/// services says nothing of structures, and a sheet that the file has, but wrong, stays as it was.
/// </summary>
internal sealed class CompleteSources
{
    private const int RowsAtOnce = 1000;

    private readonly HashSet<(SheetKind Kind, string Source)> _sources = [];
    private readonly HashSet<(SheetKind Kind, string Id)> _spared = [];

    public void Add(IEnumerable<StoredSheet> sheets) => _sources.UnionWith(sheets.Select(sheet => (sheet.Kind, sheet.Source)));

    public void Spare(Sheet wrong)
    {
        if (wrong.Text("id") is { } id)
        {
            _spared.Add((wrong.Kind, id));
        }
    }

    /// <param name="connection">Within the write that ends the import.</param>
    /// <param name="import">The import, which marked what it wrote or found unchanged.</param>
    /// <returns>How many sheets were removed.</returns>
    public int RemoveGone(DbConnection connection, long import)
    {
        var services = Gone(connection, SheetKind.Service, import);
        foreach (var numbers in services.Chunk(RowsAtOnce))
        {
            connection.Execute("DELETE FROM service_words WHERE rowid IN @numbers", new { numbers });
            connection.Execute("DELETE FROM service_place WHERE number IN @numbers", new { numbers });
            connection.Execute("DELETE FROM service WHERE number IN @numbers", new { numbers });
        }

        var structures = Gone(connection, SheetKind.Structure, import);
        foreach (var numbers in structures.Chunk(RowsAtOnce))
        {
            connection.Execute("DELETE FROM structure_words WHERE rowid IN @numbers", new { numbers });
            connection.Execute("DELETE FROM structure WHERE number IN @numbers", new { numbers });
        }

        return services.Count + structures.Count;
    }

    private List<long> Gone(DbConnection connection, SheetKind kind, long import)
    {
        var sources = _sources.Where(each => each.Kind == kind).Select(each => each.Source).ToList();
        return [.. connection.Query<(long Number, string Id)>(
            kind == SheetKind.Service
                ? "SELECT number, id FROM service WHERE source IN @sources AND import <> @import"
                : "SELECT number, id FROM structure WHERE source IN @sources AND import <> @import",
            new { sources, import }).Where(row => !_spared.Contains((kind, row.Id))).Select(row => row.Number)];
    }
}
