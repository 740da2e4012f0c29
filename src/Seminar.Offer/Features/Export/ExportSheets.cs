using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Storage;
using Seminar.Offer.Features.Search;
using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.Export;

/// <summary>Writes what a search finds into a file that is gone once it is closed.</summary>
/// <param name="Kind">The services that are found, or the structures that give them.</param>
/// <param name="Format"><c>json</c>, <c>csv</c>, <c>xlsx</c>, <c>geojson</c> or <c>vcf</c>.</param>
/// <param name="Query">The search.</param>
/// <returns>The file at its beginning; null when there is no such format.</returns>
public sealed record ExportSheets(SheetKind Kind, string Format, OfferQuery Query) : IRequest<Stream?>
{
    /// <summary>The formats that there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. SheetFormat.All.Select(format => format.Key)];
}

internal sealed class ExportSheetsHandler(IModuleDatabase database) : IRequestHandler<ExportSheets, Stream?>
{
    private static readonly FileStreamOptions Passing = new()
    {
        Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 64 * 1024,
    };

    public async Task<Stream?> Handle(ExportSheets request, CancellationToken cancellationToken)
    {
        if (SheetFormat.Of(request.Format) is not { } format)
        {
            return null;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Passing);
        try
        {
            await database.ReadSnapshotAsync(
                connection =>
                {
                    format.Write(file, request.Kind, Read(connection, request));
                    return true;
                },
                cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>One after the other: all of them at once would fill the memory.</summary>
    private static IEnumerable<Sheet> Read(DbConnection connection, ExportSheets request)
    {
        var matched = MatchedServices.Of(connection, request.Query);
        var sql = request.Kind == SheetKind.Service
            ? $"SELECT record FROM service WHERE number IN ({matched.Sql}) ORDER BY id"
            : IsAll(request.Query)
                ? "SELECT record FROM structure ORDER BY id"
                : $"SELECT record FROM structure WHERE id IN (SELECT structure FROM service WHERE number IN ({matched.Sql})) ORDER BY id";
        return connection.Query<string>(sql, matched.Parameters, buffered: false).Select(record => Sheet.FromJson(request.Kind, record));
    }

    /// <summary>Structures that give no service are part of the whole.</summary>
    private static bool IsAll(OfferQuery query) =>
        query is { Words: null, Commune: null, Departement: null, Mode: null, IsFree: false, Themes.Count: 0, Publics.Count: 0 };
}
