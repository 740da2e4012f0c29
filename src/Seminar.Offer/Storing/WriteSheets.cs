using System.Data.Common;
using Dapper;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Storing;

/// <summary>Writes sheets: new ones are added, known ones replaced by their identifier, those that did not change left alone.</summary>
internal static class WriteSheets
{
    /// <param name="connection">Within a write.</param>
    /// <param name="sheets">Sheets of both kinds, each identifier once.</param>
    /// <param name="import">The import that brings them.</param>
    public static WrittenCounts Write(DbConnection connection, IReadOnlyList<StoredSheet> sheets, long import)
    {
        var counts = new WrittenCounts(0, 0, 0);
        foreach (var kind in new[] { SheetKind.Structure, SheetKind.Service })
        {
            var ofKind = sheets.Where(sheet => sheet.Kind == kind).ToList();
            if (ofKind.Count > 0)
            {
                counts += WriteKind(connection, kind, ofKind, import);
            }
        }

        return counts;
    }

    /// <summary>What is known of some sheets: their rows and fingerprints, by identifier.</summary>
    public static Dictionary<string, (long Number, long Fingerprint)> Known(DbConnection connection, SheetKind kind, IEnumerable<string> ids) => connection
        .Query<(string Id, long Number, long Fingerprint)>(kind == SheetKind.Service
            ? "SELECT id, number, fingerprint FROM service WHERE id IN @ids"
            : "SELECT id, number, fingerprint FROM structure WHERE id IN @ids", new { ids })
        .ToDictionary(row => row.Id, row => (row.Number, row.Fingerprint));

    private static WrittenCounts WriteKind(DbConnection connection, SheetKind kind, List<StoredSheet> sheets, long import)
    {
        var known = Known(connection, kind, sheets.Select(sheet => sheet.Id));
        var next = connection.ExecuteScalar<long>(kind == SheetKind.Service ? "SELECT COALESCE(MAX(number), 0) FROM service" : "SELECT COALESCE(MAX(number), 0) FROM structure");
        var changed = new List<StoredSheet>();
        var seen = new List<long>();
        foreach (var sheet in sheets)
        {
            sheet.Import = import;
            if (!known.TryGetValue(sheet.Id, out var row))
            {
                sheet.Number = ++next;
                changed.Add(sheet);
            }
            else if (row.Fingerprint != sheet.Fingerprint)
            {
                sheet.Number = row.Number;
                changed.Add(sheet);
            }
            else
            {
                seen.Add(row.Number);
            }
        }

        var old = changed.Where(sheet => known.ContainsKey(sheet.Id)).ToList();
        if (kind == SheetKind.Service)
        {
            ReplaceServices(connection, changed, old);
        }
        else
        {
            ReplaceStructures(connection, changed, old);
        }

        connection.Execute(
            kind == SheetKind.Service ? "UPDATE service SET import = @import WHERE number IN @seen" : "UPDATE structure SET import = @import WHERE number IN @seen",
            new { import, seen });
        var added = changed.Count(sheet => !known.ContainsKey(sheet.Id));
        return new WrittenCounts(added, changed.Count - added, seen.Count);
    }

    private static void ReplaceStructures(DbConnection connection, List<StoredSheet> changed, List<StoredSheet> old)
    {
        connection.Execute("DELETE FROM structure_words WHERE rowid = @Number", old);
        connection.Execute(StructureSql, changed);
        connection.Execute("INSERT INTO structure_words (rowid, name, words, tags) VALUES (@Number, @NameWords, @Words, @Tags)", changed);
    }

    private static void ReplaceServices(DbConnection connection, List<StoredSheet> changed, List<StoredSheet> old)
    {
        connection.Execute("DELETE FROM service_words WHERE rowid = @Number", old);
        connection.Execute("DELETE FROM service_place WHERE number = @Number", old);
        connection.Execute(ServiceSql, changed);
        connection.Execute("INSERT INTO service_words (rowid, name, words, tags) VALUES (@Number, @NameWords, @Words, @Tags)", changed);
        connection.Execute("INSERT INTO service_place (number, latitude, longitude, cell, is_remote) VALUES (@Number, @Latitude, @Longitude, @Cell, @IsRemote)", changed);
    }

    // A sheet that changed is no longer the one that someone confirmed.
    private const string StructureSql =
        """
        INSERT INTO structure (number, id, source, name, departement, insee, latitude, longitude, cell, updated, import, fingerprint, record)
        VALUES (@Number, @Id, @Source, @Name, @Departement, @Insee, @Latitude, @Longitude, @Cell, @Updated, @Import, @Fingerprint, @Record)
        ON CONFLICT (id) DO UPDATE SET source = excluded.source, name = excluded.name, departement = excluded.departement, insee = excluded.insee,
          latitude = excluded.latitude, longitude = excluded.longitude, cell = excluded.cell, updated = excluded.updated, confirmed = NULL, import = excluded.import,
          fingerprint = excluded.fingerprint, record = excluded.record
        """;

    private const string ServiceSql =
        """
        INSERT INTO service (number, id, structure, source, name, departement, insee, updated, points, criteria, import, fingerprint, record)
        VALUES (@Number, @Id, @Structure, @Source, @Name, @Departement, @Insee, @Updated, @Points, @Criteria, @Import, @Fingerprint, @Record)
        ON CONFLICT (id) DO UPDATE SET structure = excluded.structure, source = excluded.source, name = excluded.name, departement = excluded.departement,
          insee = excluded.insee, updated = excluded.updated, confirmed = NULL, points = excluded.points, criteria = excluded.criteria,
          import = excluded.import, fingerprint = excluded.fingerprint, record = excluded.record
        """;
}

/// <summary>What became of sheets.</summary>
internal sealed record WrittenCounts(int Added, int Changed, int Unchanged)
{
    public static WrittenCounts operator +(WrittenCounts one, WrittenCounts other) =>
        new(one.Added + other.Added, one.Changed + other.Changed, one.Unchanged + other.Unchanged);
}
